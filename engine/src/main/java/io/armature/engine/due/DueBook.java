package io.armature.engine.due;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.db.Transaction;
import io.armature.engine.tenant.Tenant;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes notes of which tenants have work, and when. Safe for many threads. */
public final class DueBook {

    private final Set<DueKey> hints = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> wakers = new ConcurrentLinkedQueue<>();

    /** Work of a kind of a tenant. */
    record DueKey(String tenant, String kind) {}

    /**
     * Has work looked at once the transaction is kept and the moment has come, by this node if it lives, else by another.
     * Costs one insert, and waits for nobody.
     */
    public void note(SqlRunner transaction, Tenant tenant, String kind, Instant at) {
        transaction.update(noting(tenant, kind, at));
        if (transaction instanceof Transaction kept) {
            kept.afterCommit(this::wake);
        }
    }

    /** Has work looked at as soon as the transaction is kept. */
    public void note(SqlRunner transaction, Tenant tenant, String kind) {
        note(transaction, tenant, kind, Instant.EPOCH);
    }

    /** Has work looked at that looks again by itself from then on; nothing is noted where it is known already. */
    public static void ensure(SqlRunner sql, Tenant tenant, String kind, Instant at) {
        sql.update(Sql.of(
                "insert into armature.due_work (tenant, kind, due_at) select ?, ?, ? where not exists (select from"
                        + " armature.due_work where tenant = ? and kind = ?) and not exists (select from armature.due_run"
                        + " where tenant = ? and kind = ?)",
                SqlValue.text(tenant.name()),
                SqlValue.text(kind),
                SqlValue.instant(at),
                SqlValue.text(tenant.name()),
                SqlValue.text(kind),
                SqlValue.text(tenant.name()),
                SqlValue.text(kind)));
    }

    /** The statement of {@link #note}, to be sent with others. */
    public Sql noting(Tenant tenant, String kind, Instant at) {
        return note(tenant, kind, at);
    }

    /** The same, for whoever has no book at hand. */
    public static Sql note(Tenant tenant, String kind, Instant at) {
        return Sql.of(
                "insert into armature.due_work (tenant, kind, due_at) values (?, ?, ?)",
                SqlValue.text(tenant.name()),
                SqlValue.text(kind),
                SqlValue.instant(at));
    }

    /**
     * Has this node look at once. Nothing is written: when the node dies before it looks, nobody does. Whoever hints has
     * noted something as well.
     */
    public void hint(Tenant tenant, String kind) {
        if (hints.add(new DueKey(tenant.name(), kind))) {
            wake();
        }
    }

    /** What was hinted at and is not yet {@link #taken}. */
    Set<DueKey> hints() {
        return Set.copyOf(hints);
    }

    /** Forgets a hint, before the work is looked at: a hint that comes meanwhile counts again. */
    void taken(DueKey key) {
        hints.remove(key);
    }

    /** Runs an action, which is quick, when something may be due. */
    void onWake(Runnable action) {
        wakers.add(action);
    }

    private void wake() {
        wakers.forEach(Runnable::run);
    }
}
