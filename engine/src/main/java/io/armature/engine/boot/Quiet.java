package io.armature.engine.boot;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.event.Outbox;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.expression.Identifiers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until a tenant has nothing left to do after what happened: no event to tell, no work that is due. */
@Singleton
final class Quiet {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final Tenants tenants;
    private final Clock clock;

    Quiet(Database database, Tenants tenants, Clock clock) {
        this.database = database;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @throws IllegalStateException when the tenant does not come to rest */
    void await(String name) {
        Tenant tenant = tenants.require(name);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isBusy(tenant)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Tenant " + name + " still has work after " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean isBusy(Tenant tenant) {
        return database.direct(sql -> sql.one(
                Sql.of(
                        "select exists (select from " + Identifiers.quote(tenant.schema(), Outbox.TABLE)
                                + ") or exists (select from armature.due_run where tenant = ?)"
                                + " or exists (select from armature.due_work where tenant = ? and due_at <= ?)",
                        SqlValue.text(tenant.name()),
                        SqlValue.text(tenant.name()),
                        SqlValue.instant(clock.instant())),
                row -> row.getBoolean(1)));
    }
}
