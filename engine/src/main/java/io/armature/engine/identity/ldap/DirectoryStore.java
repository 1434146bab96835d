package io.armature.engine.identity.ldap;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.identity.NameMap;
import io.armature.engine.identity.ProvidedUser.Admission;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import io.armature.metadata.expression.Identifiers;
import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directories of each tenant. */
final class DirectoryStore {

    private static final String SECRET = "sys.directory.bind_password";
    private static final String COLUMNS = """
            select name, url, start_tls, certificates, bind_dn, bind_password, base_dn, user_filter, name_attribute,
              email_attribute, group_base_dn, group_filter, group_attribute, role_map, group_map, default_roles, sign_up,
              link_by_name
            from\s""";

    private final Database database;
    private final Vault vault;

    DirectoryStore(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Those that are active, in the order of their names. */
    List<Directory> list(Tenant tenant) {
        return database.direct(sql -> sql.list(
                Sql.of(COLUMNS + Identifiers.quote(tenant.schema(), "sys$directory") + " where active order by name"),
                row -> read(tenant, row)));
    }

    private Directory read(Tenant tenant, ResultSet row) throws SQLException {
        Optional<String> password = text(row, "bind_password").map(kept -> vault.open(tenant, SECRET, kept));
        Optional<String> groups = text(row, "group_base_dn");
        return new Directory(
                row.getString("name"),
                URI.create(row.getString("url")),
                row.getBoolean("start_tls"),
                text(row, "certificates"),
                text(row, "bind_dn").flatMap(dn -> password.map(secret -> new Directory.Account(dn, secret))),
                new Directory.People(
                        row.getString("base_dn"),
                        row.getString("user_filter"),
                        text(row, "name_attribute").orElse("cn"),
                        text(row, "email_attribute").orElse("mail")),
                groups.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Directory.Groups(
                                groups.get(),
                                text(row, "group_filter").orElse("(member={0})"),
                                text(row, "group_attribute").orElse("cn"))),
                NameMap.parse(row.getString("role_map")),
                NameMap.parse(row.getString("group_map")),
                new Admission(
                        row.getBoolean("sign_up"),
                        false,
                        row.getBoolean("link_by_name"),
                        names(row.getArray("default_roles"))));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).filter(text -> !text.isBlank());
    }

    private static Set<String> names(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }
}
