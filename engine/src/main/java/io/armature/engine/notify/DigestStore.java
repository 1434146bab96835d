package io.armature.engine.notify;

import static io.armature.engine.notify.WishStore.table;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements about mails that gather notifications: who gets one, and when. */
final class DigestStore {

    private static final int AT_ONCE = 20;

    private DigestStore() {}

    /** A mail that is to be made now. */
    record Due(UUID user, MailWish kind) {}

    /** Somebody gets one then, unless he gets one anyway. */
    static void expect(SqlRunner sql, Tenant tenant, UUID user, MailWish kind, Instant at) {
        sql.update(Sql.of(
                "insert into " + table(tenant, "sys$digest") + " (\"user\", kind, due_at) values (?, ?, ?)"
                        + " on conflict do nothing",
                SqlValue.uuid(user),
                SqlValue.text(kind.word()),
                SqlValue.instant(at)));
    }

    /** Those whose time has come; they are this transaction's. */
    static List<Due> take(SqlRunner sql, Tenant tenant, Instant now) {
        return sql.list(
                Sql.of(
                        "delete from " + table(tenant, "sys$digest")
                                + " where (\"user\", kind) in (select \"user\", kind"
                                + " from " + table(tenant, "sys$digest") + " where due_at <= ? order by due_at limit "
                                + AT_ONCE + " for update skip locked) returning \"user\", kind",
                        SqlValue.instant(now)),
                row -> new Due(
                        row.getObject(1, UUID.class),
                        MailWish.named(row.getString(2)).orElse(MailWish.DAILY)));
    }

    static Optional<Instant> next(SqlRunner sql, Tenant tenant) {
        return sql.first(
                        Sql.of("select due_at from " + table(tenant, "sys$digest") + " order by due_at limit 1"),
                        row -> row.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
