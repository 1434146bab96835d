package io.armature.engine.audit;

import io.armature.engine.db.DatabaseException;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals trails soon after they grow, and lets rows go whose time is over. It looks at tenants in which this node has
 * written, and now and then at all.
 */
public final class TrailKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrailKeeper.class);
    private static final Duration SEALING = Duration.ofSeconds(10);
    private static final Duration SWEEPING = Duration.ofHours(1);

    private final Tenants tenants;
    private final AuditRows rows;
    private final Sealer sealer;
    private final Retention retention;
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trail").daemon().factory());

    public TrailKeeper(Tenants tenants, AuditRows rows, Sealer sealer, Retention retention) {
        this.tenants = tenants;
        this.rows = rows;
        this.sealer = sealer;
        this.retention = retention;
    }

    /** Begins, on a thread of its own. */
    public void start() {
        work.scheduleWithFixedDelay(this::sealTouched, SEALING.toSeconds(), SEALING.toSeconds(), TimeUnit.SECONDS);
        work.scheduleWithFixedDelay(this::sweep, SWEEPING.toMinutes(), SWEEPING.toMinutes(), TimeUnit.MINUTES);
    }

    private void sealTouched() {
        List<String> touched = rows.touched();
        each(
                tenants.active().stream()
                        .filter(tenant -> touched.contains(tenant.name()))
                        .toList(),
                sealer::seal);
    }

    private void sweep() {
        each(tenants.active(), tenant -> {
            sealer.seal(tenant);
            retention.apply(tenant);
        });
    }

    private static void each(List<Tenant> some, Consumer<Tenant> action) {
        for (Tenant tenant : some) {
            try {
                action.accept(tenant);
            } catch (DatabaseException | ProblemException failed) {
                LOG.warn("The trail of tenant {} waits: {}", tenant.name(), failed.getMessage());
            }
        }
    }

    @Override
    public void close() {
        work.shutdown();
    }
}
