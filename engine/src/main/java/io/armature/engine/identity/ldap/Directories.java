package io.armature.engine.identity.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.armature.engine.audit.Origin;
import io.armature.engine.db.Database;
import io.armature.engine.identity.PasswordSources;
import io.armature.engine.identity.PeerAddresses;
import io.armature.engine.identity.ProvidedUser;
import io.armature.engine.identity.ProvidedUsers;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks directories whether a password is right, by binding with it. A directory that does not answer knows nobody. Safe for many
 * threads.
 */
public final class Directories implements PasswordSources.Source {

    private static final Logger LOG = LoggerFactory.getLogger(Directories.class);
    private static final Set<ResultCode> REFUSALS =
            Set.of(ResultCode.INVALID_CREDENTIALS, ResultCode.NO_SUCH_OBJECT, ResultCode.INVALID_DN_SYNTAX);
    private static final int SECONDS = 5;
    private static final int MOST_GROUPS = 1_000;

    private final DirectoryStore store;
    private final Connections connections;
    private final ProvidedUsers users;

    public Directories(Database database, Vault vault, ProvidedUsers users, PeerAddresses allowed) {
        this.store = new DirectoryStore(database, vault);
        this.connections = new Connections(allowed);
        this.users = users;
    }

    /** Without a password, a bind is nobody's: most directories accept it, and it proves nothing. */
    @Override
    public Optional<PasswordSources.Known> find(Tenant tenant, String username, String password) {
        if (password.isEmpty() || username.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return store.list(tenant).stream()
                .flatMap(directory -> find(tenant, directory, username, password).stream())
                .findFirst();
    }

    private Optional<PasswordSources.Known> find(Tenant tenant, Directory directory, String username, String password) {
        try (LDAPConnection connection = connections.open(directory)) {
            Optional<ProvidedUser> somebody = authenticate(connection, directory, username, password);
            return somebody.flatMap(
                            known -> users.resolve(tenant, known, directory.admission(), Origin.of(directory.key())))
                    .map(user -> new PasswordSources.Known(user, directory.key()));
        } catch (LDAPException failed) {
            LOG.warn("Directory {} of tenant {}: {}", directory.name(), tenant.name(), failed.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<ProvidedUser> authenticate(
            LDAPConnection connection, Directory directory, String username, String password) throws LDAPException {
        if (directory.search().isPresent()) {
            Directory.Account account = directory.search().get();
            connection.bind(account.dn(), account.password());
        }
        Optional<SearchResultEntry> person = person(connection, directory, username);
        // Of somebody who is not there the same is asked: the time that it takes tells nobody who is.
        String dn = person.map(SearchResultEntry::getDN).orElseGet(() -> nobody(directory));
        Optional<Set<String>> groups = groups(connection, directory, dn);
        boolean right = binds(connection, dn, password);
        return person.filter(any -> right).map(entry -> somebody(directory, entry, username, groups));
    }

    private static boolean binds(LDAPConnection connection, String dn, String password) throws LDAPException {
        try {
            connection.bind(dn, password);
            return true;
        } catch (LDAPException refused) {
            if (REFUSALS.contains(refused.getResultCode())) {
                return false;
            }
            throw refused;
        }
    }

    /** The name of an entry that no directory has. */
    private static String nobody(Directory directory) {
        return "cn=" + UUID.randomUUID() + "," + directory.people().base();
    }

    private static Optional<SearchResultEntry> person(LDAPConnection connection, Directory directory, String username)
            throws LDAPException {
        List<SearchResultEntry> found = search(
                connection,
                directory.people().base(),
                directory.people().filter(),
                username,
                2,
                directory.people().nameAttribute(),
                directory.people().emailAttribute(),
                "entryUUID",
                "objectGUID");
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<Set<String>> groups(LDAPConnection connection, Directory directory, String person)
            throws LDAPException {
        if (directory.groups().isEmpty()) {
            return Optional.empty();
        }
        Directory.Groups groups = directory.groups().get();
        return Optional.of(
                search(connection, groups.base(), groups.filter(), person, MOST_GROUPS, groups.attribute()).stream()
                        .flatMap(group -> Optional.ofNullable(group.getAttributeValue(groups.attribute())).stream())
                        .collect(Collectors.toSet()));
    }

    /** What stands for {@code {0}} is a value, whatever characters it has. */
    private static List<SearchResultEntry> search(
            LDAPConnection connection, String base, String filter, String value, int most, String... attributes)
            throws LDAPException {
        SearchRequest request = new SearchRequest(
                base, SearchScope.SUB, Filter.create(filter.replace("{0}", Filter.encodeValue(value))), attributes);
        request.setSizeLimit(most);
        request.setTimeLimitSeconds(SECONDS);
        return List.copyOf(Objects.requireNonNull(connection.search(request).getSearchEntries()));
    }

    private static ProvidedUser somebody(
            Directory directory, SearchResultEntry person, String username, Optional<Set<String>> groups) {
        String subject = Optional.ofNullable(person.getAttributeValue("entryUUID"))
                .or(() -> guid(person))
                .orElse(person.getDN());
        Optional<String> email =
                Optional.ofNullable(person.getAttributeValue(directory.people().emailAttribute()));
        return new ProvidedUser(
                directory.key(),
                subject,
                username,
                Optional.ofNullable(person.getAttributeValue(directory.people().nameAttribute()))
                        .orElse(username),
                email,
                email,
                groups.map(directory.roleMap()::of),
                groups.map(directory.groupMap()::of));
    }

    /** What Active Directory calls a person, whatever his name becomes. */
    private static Optional<String> guid(SearchResultEntry person) {
        byte[] bytes = person.getAttributeValueBytes("objectGUID");
        return bytes == null ? Optional.empty() : Optional.of(HexFormat.of().formatHex(bytes));
    }
}
