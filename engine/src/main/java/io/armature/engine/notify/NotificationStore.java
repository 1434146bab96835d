package io.armature.engine.notify;

import static io.armature.engine.notify.WishStore.table;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.event.Told;
import io.armature.engine.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements about notifications, each of one tenant. */
final class NotificationStore {

    private static final String TABLE = "sys$notification";
    private static final String ENTITY = "sys.notification";
    private static final String COLUMNS = "id, kind, title, body, priority, record_entity, record, count, created_at,"
            + " updated_at, read_at, snoozed_until";

    /** What somebody sees who looks at what is new: neither read nor put off. */
    private static final String NEW = "read_at is null and (snoozed_until is null or snoozed_until <= ?)";

    private NotificationStore() {}

    /**
     * Keeps a notice for somebody.
     *
     * @param mail when a mail is to tell of it; {@code never} also where the mail goes at once
     * @return what stands there for it now; nothing when the event was told already
     */
    static Optional<Told> add(SqlRunner sql, Tenant tenant, Addressee to, Notice notice, MailWish mail, Instant now) {
        UUID id = UUID.nameUUIDFromBytes((notice.event() + " " + to.id()).getBytes(StandardCharsets.UTF_8));
        return sql.first(
                Sql.of(
                        "insert into " + table(tenant, TABLE)
                                + " as n (id, created_at, updated_at, owner, \"user\","
                                + " kind, title, body, priority, record_entity, record, group_key, event, mail,"
                                + " read_at) select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists"
                                + " (select from " + table(tenant, TABLE) + " where id = ?)"
                                + " on conflict (\"user\", group_key) where read_at is null do update set"
                                + " count = n.count + 1, version = n.version + 1, title = excluded.title,"
                                + " body = excluded.body, updated_at = excluded.updated_at, event = excluded.event,"
                                + " priority = case when n.priority = 'urgent' then n.priority else excluded.priority"
                                + " end, mail = case when n.mail in ('daily', 'weekly') then n.mail else excluded.mail"
                                + " end where n.event is distinct from excluded.event returning id, version",
                        SqlValue.uuid(id),
                        SqlValue.instant(now),
                        SqlValue.instant(now),
                        SqlValue.uuid(to.id()),
                        SqlValue.uuid(to.id()),
                        SqlValue.text(notice.kind()),
                        SqlValue.text(notice.title()),
                        SqlValue.text(notice.body().isEmpty() ? null : notice.body()),
                        SqlValue.text(notice.priority().word()),
                        SqlValue.text(notice.about().map(Notice.About::entity).orElse(null)),
                        SqlValue.uuid(notice.about().map(Notice.About::record).orElse(null)),
                        SqlValue.text(notice.group()),
                        SqlValue.uuid(notice.event()),
                        SqlValue.text(mail.word()),
                        SqlValue.instant(to.wish().inApp() ? null : now),
                        SqlValue.uuid(id)),
                row -> new Told(ENTITY, row.getObject(1, UUID.class), row.getLong(2), to.id()));
    }

    /** A user's notifications, the latest first; one more than asked for if there are more. */
    static List<Notification> list(SqlRunner sql, Tenant tenant, UUID user, NotificationQuery query, Instant now) {
        List<SqlValue> values = new ArrayList<>(List.of(SqlValue.uuid(user)));
        StringBuilder text =
                new StringBuilder("select " + COLUMNS + " from " + table(tenant, TABLE) + " where \"user\" = ?");
        switch (query.state()) {
            case ALL -> {}
            case NEW -> {
                text.append(" and ").append(NEW);
                values.add(SqlValue.instant(now));
            }
            case SNOOZED -> {
                text.append(" and read_at is null and snoozed_until > ?");
                values.add(SqlValue.instant(now));
            }
        }
        query.after().ifPresent(after -> {
            text.append(" and (updated_at, id) < (?, ?)");
            values.add(SqlValue.instant(after.at()));
            values.add(SqlValue.uuid(after.id()));
        });
        text.append(" order by updated_at desc, id desc limit ").append(query.limit() + 1);
        return sql.list(new Sql(text.toString(), values), NotificationStore::notification);
    }

    /** How many are new, and how many of these are urgent. */
    static NotificationCount count(SqlRunner sql, Tenant tenant, UUID user, Instant now) {
        return sql.one(
                Sql.of(
                        "select count(*), count(*) filter (where priority = 'urgent') from " + table(tenant, TABLE)
                                + " where \"user\" = ? and " + NEW,
                        SqlValue.uuid(user),
                        SqlValue.instant(now)),
                row -> new NotificationCount(row.getLong(1), row.getLong(2)));
    }

    static Optional<Notification> one(SqlRunner sql, Tenant tenant, UUID user, UUID id) {
        return sql.first(
                Sql.of(
                        "select " + COLUMNS + " from " + table(tenant, TABLE) + " where \"user\" = ? and id = ?",
                        SqlValue.uuid(user),
                        SqlValue.uuid(id)),
                NotificationStore::notification);
    }

    /** Whether there is such a notification of the user, read now. */
    static boolean read(SqlRunner sql, Tenant tenant, UUID user, UUID id, Instant now) {
        return sql.update(Sql.of(
                        "update " + table(tenant, TABLE) + " set read_at = coalesce(read_at, ?), snoozed_until = null,"
                                + " version = version + 1 where \"user\" = ? and id = ?",
                        SqlValue.instant(now),
                        SqlValue.uuid(user),
                        SqlValue.uuid(id)))
                > 0;
    }

    /** Makes one unread; another that stands for its group meanwhile goes on alone. */
    static boolean unread(SqlRunner sql, Tenant tenant, UUID user, UUID id) {
        return sql.update(Sql.of(
                        "update " + table(tenant, TABLE) + " set read_at = null, group_key = id::text,"
                                + " version = version + 1 where \"user\" = ? and id = ?",
                        SqlValue.uuid(user),
                        SqlValue.uuid(id)))
                > 0;
    }

    /** Reads all that came up to a moment; how many. */
    static int readAll(SqlRunner sql, Tenant tenant, UUID user, Instant until, Instant now) {
        return sql.update(Sql.of(
                "update " + table(tenant, TABLE) + " set read_at = ?, snoozed_until = null, version = version + 1"
                        + " where \"user\" = ? and read_at is null and updated_at <= ?",
                SqlValue.instant(now),
                SqlValue.uuid(user),
                SqlValue.instant(until)));
    }

    /** Takes what was read long ago. */
    static void forget(SqlRunner sql, Tenant tenant, UUID user, Instant readBefore) {
        sql.update(Sql.of(
                "delete from " + table(tenant, TABLE) + " where \"user\" = ? and read_at < ?",
                SqlValue.uuid(user),
                SqlValue.instant(readBefore)));
    }

    /** Puts one off, also one that was read: it comes back as if it came new, alone where another stands for its group. */
    static boolean snooze(SqlRunner sql, Tenant tenant, UUID user, UUID id, Instant until) {
        return sql.update(Sql.of(
                        "update " + table(tenant, TABLE)
                                + " set snoozed_until = ?, read_at = null, version = version + 1,"
                                + " group_key = case when read_at is null then group_key else id::text end"
                                + " where \"user\" = ? and id = ?",
                        SqlValue.instant(until),
                        SqlValue.uuid(user),
                        SqlValue.uuid(id)))
                > 0;
    }

    /** Lets those come back whose time has come, as if they came now; what they are. */
    static List<Told> wake(SqlRunner sql, Tenant tenant, Instant now) {
        return sql.list(
                Sql.of(
                        "update " + table(tenant, TABLE) + " set snoozed_until = null, updated_at = ?,"
                                + " version = version + 1 where snoozed_until <= ? and read_at is null returning id, version, \"user\"",
                        SqlValue.instant(now),
                        SqlValue.instant(now)),
                row -> new Told(ENTITY, row.getObject(1, UUID.class), row.getLong(2), row.getObject(3, UUID.class)));
    }

    /** When the next comes back. */
    static Optional<Instant> nextWake(SqlRunner sql, Tenant tenant) {
        return sql.first(
                        Sql.of(
                                "select min(snoozed_until) from " + table(tenant, TABLE)
                                        + " where snoozed_until is not null and read_at is null having min(snoozed_until) is not null"),
                        row -> row.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** What waits for a mail that gathers, and is told by it now. */
    static List<Notification> gathered(SqlRunner sql, Tenant tenant, UUID user, MailWish mail) {
        return sql.list(
                Sql.of(
                        "with told as (update " + table(tenant, TABLE) + " set mail = 'sent', version = version + 1"
                                + " where \"user\" = ? and mail = ? returning *) select " + COLUMNS
                                + " from told order by updated_at, id",
                        SqlValue.uuid(user),
                        SqlValue.text(mail.word())),
                NotificationStore::notification);
    }

    private static Notification notification(ResultSet row) throws SQLException {
        String entity = row.getString(6);
        Optional<Notice.About> about =
                Optional.ofNullable(row.getObject(7, UUID.class)).map(record -> new Notice.About(entity, record));
        return new Notification(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)).orElse(""),
                Priority.named(row.getString(5)).orElse(Priority.NORMAL),
                about,
                row.getLong(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                moment(row, 11),
                moment(row, 12));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
