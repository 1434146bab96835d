package io.armature.engine.notify;

import static io.armature.engine.notify.WishStore.table;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Statements about who follows which record. */
final class FollowerStore {

    private static final String TABLE = "sys$follower";
    private static final int MOST = 1000;

    private FollowerStore() {}

    static void add(SqlRunner sql, Tenant tenant, Notice.About record, UUID user, Instant now) {
        sql.update(Sql.of(
                "insert into " + table(tenant, TABLE) + " (entity, record, \"user\", created_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                SqlValue.text(record.entity()),
                SqlValue.uuid(record.record()),
                SqlValue.uuid(user),
                SqlValue.instant(now)));
    }

    static void remove(SqlRunner sql, Tenant tenant, Notice.About record, UUID user) {
        sql.update(Sql.of(
                "delete from " + table(tenant, TABLE) + " where entity = ? and record = ? and \"user\" = ?",
                SqlValue.text(record.entity()),
                SqlValue.uuid(record.record()),
                SqlValue.uuid(user)));
    }

    /** Those of the records that anybody follows. */
    static Set<Notice.About> followed(SqlRunner sql, Tenant tenant, Collection<Notice.About> records) {
        List<Notice.About> all = List.copyOf(records);
        return Set.copyOf(sql.list(
                Sql.of(
                        "select distinct f.entity, f.record from " + table(tenant, TABLE)
                                + " f where f.record = any(?) and f.entity = any(?)",
                        SqlValue.uuids(all.stream().map(Notice.About::record).toList()),
                        SqlValue.texts(all.stream()
                                .map(Notice.About::entity)
                                .distinct()
                                .toList())),
                row -> new Notice.About(row.getString(1), row.getObject(2, UUID.class))));
    }

    /** The followers of a record, by name. */
    static List<Followers.Follower> of(SqlRunner sql, Tenant tenant, Notice.About record) {
        return sql.list(
                Sql.of(
                        "select u.id, u.name from " + table(tenant, TABLE) + " f join " + table(tenant, "sys$user")
                                + " u on u.id = f.\"user\" where f.entity = ? and f.record = ? and u.active"
                                + " order by lower(u.name), u.id limit " + MOST,
                        SqlValue.text(record.entity()),
                        SqlValue.uuid(record.record())),
                row -> new Followers.Follower(row.getObject(1, UUID.class), row.getString(2)));
    }
}
