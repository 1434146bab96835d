package io.armature.engine.mail;

import io.armature.engine.db.Database;
import io.armature.engine.due.DueWork;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is in a tenant's queue. A mail that is refused is tried again later and later. At least once, by one node at a time. */
public final class MailSender implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    /** After so many batches, other tenants have their turn. */
    private static final int BATCHES = 10;

    private static final Duration WITHOUT_SERVER = Duration.ofHours(1);

    private final MailStore store;
    private final MailFiles files;
    private final Optional<MailServer> server;

    /** @param server empty where no mail can be sent: it waits in the queues */
    public MailSender(Database database, Vault vault, MailFiles files, Optional<MailServer> server) {
        this.store = new MailStore(database, vault);
        this.files = files;
        this.server = server;
    }

    @Override
    public String kind() {
        return MailQueue.KIND;
    }

    /** Whether there is a server that takes mail. */
    public boolean canSend() {
        return server.isPresent();
    }

    @Override
    public Optional<Instant> run(Tenant tenant, Instant now) {
        return server.map(to -> send(tenant, to)).orElse(Optional.of(now.plus(WITHOUT_SERVER)));
    }

    private Optional<Instant> send(Tenant tenant, MailServer to) {
        for (int i = 0; i < BATCHES; i++) {
            List<MailStore.Claimed> claimed = store.claim(tenant);
            if (claimed.isEmpty()) {
                break;
            }
            claimed.forEach(mail -> send(tenant, mail, to));
        }
        return store.next(tenant);
    }

    private void send(Tenant tenant, MailStore.Claimed claimed, MailServer to) {
        try {
            to.send(claimed.mail(), files.of(tenant, claimed.mail().files()));
            store.sent(tenant, claimed.id());
        } catch (SendFailedException refused) {
            if (isForGood(refused)) {
                store.bounced(tenant, claimed.id(), words(refused));
            } else {
                store.failed(tenant, claimed.id(), words(refused));
            }
        } catch (MessagingException refused) {
            LOG.warn("A mail of tenant {} was refused: {}", tenant.name(), refused.getMessage());
            store.failed(tenant, claimed.id(), words(refused));
        }
    }

    /** What the server said, which the mail library keeps behind words of its own. */
    private static String words(MessagingException refused) {
        Set<String> words = new LinkedHashSet<>();
        for (Exception cause = refused; cause instanceof MessagingException said; cause = said.getNextException()) {
            words.add(String.valueOf(said.getMessage()).strip());
        }
        return String.join(": ", words);
    }

    /** Whether the server says that it knows no such address, as against not being able to take the mail now. */
    private static boolean isForGood(SendFailedException refused) {
        Address[] unknown = refused.getInvalidAddresses();
        return unknown != null && unknown.length > 0;
    }
}
