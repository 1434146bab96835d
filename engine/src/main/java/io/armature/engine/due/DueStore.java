package io.armature.engine.due;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.due.DueBook.DueKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Statements of one node about due work. */
final class DueStore {

    /** How long a node may be silent before another one takes over. */
    private static final SqlValue PATIENCE =
            SqlValue.decimal(BigDecimal.valueOf(Duration.ofSeconds(15).toSeconds()));

    /**
     * What is due by a note, by the end of a node that had it, or by a hint; but for what a node has. Notes that the statement
     * sees are taken away by it: their work can be seen by whoever looks now. A note that comes later is looked at later. What a
     * tenant that rests has noted stays, and is due at once when the tenant works again.
     */
    private static final String CLAIM = """
            with free as (
                select * from unnest(?::text[], ?::text[]::int[]) as f (kind, places)),
            due as (
                select tenant, kind, min(due_at) as due_at from armature.due_work
                    where due_at <= ? group by tenant, kind
                union all
                select tenant, kind, until from armature.due_run where until <= now()
                union all
                select tenant, kind, '-infinity' from unnest(?::text[], ?::text[]) as hinted (tenant, kind)),
            ranked as (
                select tenant, kind, places, row_number() over (partition by kind order by min(due_at), tenant) as place
                    from due join free using (kind)
                    where not exists (select 1 from armature.due_run r
                        where r.tenant = due.tenant and r.kind = due.kind and r.until > now())
                    and not exists (select 1 from armature.tenant t where t.name = due.tenant and t.state <> 'active')
                    group by tenant, kind, places),
            claimed as (
                insert into armature.due_run as r (tenant, kind, node, until)
                    select tenant, kind, ?, now() + make_interval(secs => ?) from ranked where place <= places
                        order by tenant, kind
                    on conflict (tenant, kind) do update set node = excluded.node, until = excluded.until
                        where r.until <= now()
                    returning tenant, kind),
            taken as (
                delete from armature.due_work w using claimed c
                    where w.tenant = c.tenant and w.kind = c.kind and w.due_at <= ?)
            select tenant, kind from claimed
            """;

    private final Database database;
    private final UUID node = UUID.randomUUID();

    DueStore(Database database) {
        this.database = database;
    }

    /**
     * Work that is now this node's.
     *
     * @param free how much of which kinds it can do
     */
    List<DueKey> claim(Instant now, Map<String, Integer> free, Collection<DueKey> hints) {
        List<String> kinds = List.copyOf(free.keySet());
        return database.direct(sql -> sql.list(
                Sql.of(
                        CLAIM,
                        SqlValue.texts(kinds),
                        SqlValue.texts(kinds.stream()
                                .map(kind -> String.valueOf(free.get(kind)))
                                .toList()),
                        SqlValue.instant(now),
                        tenants(hints),
                        kinds(hints),
                        SqlValue.uuid(node),
                        PATIENCE,
                        SqlValue.instant(now)),
                row -> new DueKey(row.getString(1), row.getString(2))));
    }

    /** Lets other nodes know that this one still does this. */
    void renew(Collection<DueKey> running) {
        database.direct(sql -> sql.update(Sql.of(
                "update armature.due_run set until = now() + make_interval(secs => ?) where node = ? and (tenant, kind) in"
                        + " (select * from unnest(?::text[], ?::text[]))",
                PATIENCE,
                SqlValue.uuid(node),
                tenants(running),
                kinds(running))));
    }

    /** Gives claimed work back, to be looked at again at the moment named, unless a note says sooner. */
    void finish(DueKey key, Optional<Instant> next) {
        SqlValue tenant = SqlValue.text(key.tenant());
        SqlValue kind = SqlValue.text(key.kind());
        Sql back = Sql.of(
                "delete from armature.due_run where tenant = ? and kind = ? and node = ?",
                tenant,
                kind,
                SqlValue.uuid(node));
        Sql all = next.map(SqlValue::instant)
                .map(at -> Sql.of(
                                "insert into armature.due_work (tenant, kind, due_at) select ?, ?, ? where not exists"
                                        + " (select 1 from armature.due_work where tenant = ? and kind = ? and due_at <= ?); ",
                                tenant,
                                kind,
                                at,
                                tenant,
                                kind,
                                at)
                        .then(back))
                .orElse(back);
        database.transaction(sql -> sql.update(all));
    }

    /** Has all work of a kind that waits for later looked at now. */
    void wake(String kind, Instant now) {
        database.direct(sql -> sql.update(Sql.of(
                "update armature.due_work set due_at = ? where kind = ? and due_at > ?",
                SqlValue.instant(now),
                SqlValue.text(kind),
                SqlValue.instant(now))));
    }

    private static SqlValue tenants(Collection<DueKey> keys) {
        return SqlValue.texts(keys.stream().map(DueKey::tenant).toList());
    }

    private static SqlValue kinds(Collection<DueKey> keys) {
        return SqlValue.texts(keys.stream().map(DueKey::kind).toList());
    }
}
