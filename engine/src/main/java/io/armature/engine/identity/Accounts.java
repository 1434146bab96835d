package io.armature.engine.identity;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.Origin;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.db.Transaction;
import io.armature.engine.mail.Mail;
import io.armature.engine.mail.MailQueue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What is done about accounts by mail: inviting, confirming an address, a new password. Safe for many threads. */
public final class Accounts {

    private static final String ENTITY = "sys.user";
    private static final String INVITE = "invite";
    private static final String RESET = "reset";
    private static final String EMAIL = "email";

    private final Database database;
    private final Users users;
    private final PasswordPolicy policy;
    private final MailQueue queue;
    private final AccountMails mails;
    private final Audit audit;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public Accounts(
            Database database,
            Users users,
            PasswordPolicy policy,
            MailQueue queue,
            PublicAddress address,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.policy = policy;
        this.queue = queue;
        this.mails = new AccountMails(address);
        this.audit = audit;
        this.clock = clock;
    }

    private record Known(UUID id, String username, String name, String email, Locale locale) {}

    /**
     * Adds a user who chooses a password by a link.
     *
     * @param locale the language of the mail
     * @throws ProblemException when the name is taken, or the address is none
     */
    public UUID invite(Tenant tenant, Users.NewUser user, User actor, Locale locale, Origin origin) {
        String email = user.email()
                .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.REQUIRED, EMAIL, EMAIL)));
        Mail.requireAddress(email);
        return database.transaction(sql -> {
            UUID id = users.insert(sql, tenant, user);
            audit.note(
                    sql,
                    tenant,
                    AuditEntry.of(INVITE, ENTITY, origin)
                            .about(id)
                            .by(actor.id())
                            .changing(user.changes()));
            mail(sql, tenant, INVITE, new Known(id, user.username(), user.name(), email, locale), Duration.ofDays(7));
            return id;
        });
    }

    /** Mails a link for a new password to the user of a name or address, if there is one who has a password. */
    public void askReset(Tenant tenant, String nameOrEmail, Locale locale, Origin origin) {
        database.transaction(sql -> {
            List<Known> found = known(
                    sql,
                    tenant,
                    "active and password is not null and (lower(username) = lower(?) or lower(email) = lower(?))",
                    locale,
                    SqlValue.text(nameOrEmail),
                    SqlValue.text(nameOrEmail));
            found.stream().filter(user -> Mail.isAddress(user.email())).forEach(user -> {
                note(sql, tenant, "reset_asked", user.id(), user.id(), origin);
                mail(sql, tenant, RESET, user, Duration.ofMinutes(30));
            });
            return found;
        });
    }

    /** Mails a link to an address that a user says is his; it is kept once he follows it. */
    public void askEmail(Tenant tenant, User user, String email, Locale locale, Origin origin) {
        Mail.requireAddress(email);
        database.transaction(sql -> {
            note(sql, tenant, "email_asked", user.id(), user.id(), origin);
            mail(
                    sql,
                    tenant,
                    EMAIL,
                    new Known(user.id(), user.username(), user.name(), email, locale),
                    Duration.ofDays(1));
            return user;
        });
    }

    /**
     * Uses a link that asks for a new password, or for an invited user's first one.
     *
     * @throws ProblemException when the link is not good, or the password not good enough, which leaves the link
     */
    public void choosePassword(Tenant tenant, String token, String password, Origin origin) {
        database.transaction(sql -> {
            LinkStore.Link link = spend(sql, tenant, token, List.of(INVITE, RESET));
            // Whoever reads the mails of an address that is the user's no more shall not get in by an old one.
            Known user = known(
                            sql,
                            tenant,
                            "active and id = ? and lower(email) = lower(?)",
                            Locale.ENGLISH,
                            SqlValue.uuid(link.user()),
                            SqlValue.text(link.email()))
                    .stream()
                    .findFirst()
                    .orElseThrow(Accounts::spent);
            policy.check(tenant, user.username(), password);
            users.change(sql, tenant, link.user(), password, Optional.empty());
            confirm(sql, tenant, link);
            note(sql, tenant, "password", link.user(), link.user(), origin);
            return link;
        });
    }

    /**
     * Uses a link that confirms an address.
     *
     * @throws ProblemException when the link is not good
     */
    public void confirmEmail(Tenant tenant, String token, Origin origin) {
        database.transaction(sql -> {
            LinkStore.Link link = spend(sql, tenant, token, List.of(EMAIL));
            confirm(sql, tenant, link);
            note(sql, tenant, "email_confirmed", link.user(), link.user(), origin);
            return link;
        });
    }

    private static LinkStore.Link spend(SqlRunner sql, Tenant tenant, String token, List<String> purposes) {
        return LinkStore.spend(sql, tenant, token, purposes).orElseThrow(Accounts::spent);
    }

    private static void confirm(SqlRunner sql, Tenant tenant, LinkStore.Link link) {
        sql.update(Sql.of(
                "update " + table(tenant)
                        + " set email = ?, email_confirmed_at = now(), version = version + 1 where id = ?",
                SqlValue.text(link.email()),
                SqlValue.uuid(link.user())));
    }

    private void mail(Transaction sql, Tenant tenant, String purpose, Known user, Duration lifetime) {
        String token = secrets.create("");
        LinkStore.Link link = new LinkStore.Link(purpose, user.id(), user.email());
        LinkStore.add(sql, tenant, link, token, clock.instant().plus(lifetime));
        queue.add(sql, tenant, mails.of(tenant, purpose, user.email(), user.name(), token, user.locale()));
    }

    private void note(SqlRunner sql, Tenant tenant, String action, UUID user, UUID actor, Origin origin) {
        audit.note(
                sql, tenant, AuditEntry.of(action, ENTITY, origin).about(user).by(actor));
    }

    private static List<Known> known(
            SqlRunner sql, Tenant tenant, String condition, Locale locale, SqlValue... values) {
        return sql.list(
                Sql.of(
                        "select id, username, name, coalesce(email, ''), locale from " + table(tenant) + " where "
                                + condition,
                        values),
                row -> new Known(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5))
                                .map(Locale::forLanguageTag)
                                .orElse(locale)));
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$user");
    }

    private static ProblemException spent() {
        return new ProblemException(Problem.inValue(ProblemCode.LINK_SPENT, "token"));
    }
}
