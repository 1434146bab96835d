package io.armature.engine.mail;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Signals;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.engine.vault.Vault;
import io.armature.metadata.problem.ProblemException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the queues of all tenants: at once when told, and looking by itself now and then. A mail that is refused is
 * tried again later and later. At least once, by one node at a time.
 */
public final class MailSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final int SECONDS_BETWEEN_LOOKS = 5;

    private final MailStore store;
    private final Tenants tenants;
    private final Optional<MailServer> server;
    private final ScheduledExecutorService sending = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mail").daemon().factory());

    /** @param server empty where no mail can be sent: it waits in the queues */
    public MailSender(Database database, Vault vault, Tenants tenants, Signals signals, Optional<MailServer> server) {
        this.store = new MailStore(database, vault);
        this.tenants = tenants;
        this.server = server;
        signals.subscribe(MailQueue.TOPIC, new Signals.Listener() {
            @Override
            public void heard(String tenant) {
                sending.execute(() -> tryTo(() -> named(tenant)));
            }

            @Override
            public void look() {
                // Looks by itself.
            }
        });
    }

    /** Begins to send, where there is a server for it. */
    public void start() {
        if (server.isPresent()) {
            sending.execute(() -> tryTo(store::wake));
            sending.scheduleWithFixedDelay(() -> tryTo(this::due), 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        }
    }

    private void named(String name) {
        tenants.named(name).ifPresent(tenant -> server.ifPresent(to -> send(tenant, to)));
    }

    private void due() {
        Optional<String> tenant = store.dueTenant();
        while (tenant.isPresent()) {
            named(tenant.get());
            tenant = store.dueTenant();
        }
    }

    private void send(Tenant tenant, MailServer to) {
        for (MailStore.Claimed claimed : store.claim(tenant)) {
            try {
                to.send(claimed.mail());
                store.sent(tenant, claimed.id());
            } catch (MessagingException refused) {
                LOG.warn("A mail of tenant {} was refused: {}", tenant.name(), refused.getMessage());
                store.failed(tenant, claimed.id(), String.valueOf(refused.getMessage()));
            }
        }
        store.finish(tenant);
    }

    private static void tryTo(Runnable work) {
        try {
            work.run();
        } catch (DatabaseException | ProblemException notNow) {
            LOG.warn("Mail cannot be sent now: {}", notNow.getMessage());
        }
    }

    @Override
    public void close() {
        sending.shutdownNow();
    }
}
