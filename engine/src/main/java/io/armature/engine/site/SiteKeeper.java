package io.armature.engine.site;

import io.armature.engine.db.DatabaseException;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes deleted tenants for good when their waiting time is over. */
public final class SiteKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SiteKeeper.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Tenants tenants;
    private final SiteContents contents;
    private final Clock clock;
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sites").daemon().factory());

    public SiteKeeper(Tenants tenants, SiteContents contents, Clock clock) {
        this.tenants = tenants;
        this.contents = contents;
        this.clock = clock;
    }

    /** Begins, on a thread of its own. */
    public void start() {
        work.scheduleWithFixedDelay(this::purge, 1, INTERVAL.toMinutes(), TimeUnit.MINUTES);
    }

    private void purge() {
        try {
            for (Tenant tenant : tenants.purge(clock.instant())) {
                contents.forget(tenant);
                LOG.info("Tenant {} is gone for good", tenant.name());
            }
        } catch (DatabaseException away) {
            LOG.warn("Deleted tenants wait: {}", away.getMessage());
        }
    }

    @Override
    public void close() {
        work.shutdown();
    }
}
