package io.armature.engine.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.engine.access.Verb;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.due.DueBook;
import io.armature.engine.event.Event;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.PeerAddresses;
import io.armature.engine.query.read.Facts;
import io.armature.engine.record.RecordReads;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What people do with receivers of events beside writing them. Safe for many threads. */
public final class Webhooks implements AutoCloseable {

    private static final String ENTITY = "sys.webhook";
    private static final int SECRET_BYTES = 32;
    private static final Duration BOTH_COUNT = Duration.ofHours(24);

    private final Database database;
    private final Keepers keepers;
    private final RecordReads reads;
    private final WebhookStore store;
    private final DeliveryStore deliveries;
    private final WebhookOwners owners;
    private final EventBody bodies;
    private final WebhookClient client;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** What tells who owners are. */
    public record People(Callers callers, CurrentModels models, Facts facts) {}

    /** What keeps secrets, the trail, and what is due; and which addresses the operator allows. */
    public record Keepers(Vault vault, Audit audit, DueBook book, PeerAddresses peers) {}

    /** What came of a try. */
    public record Tried(UUID delivery, String status, Optional<Integer> response, String error, long milliseconds) {}

    /** A new secret, shown this once; the one before counts until a moment. */
    public record Rotated(String secret, Instant previousUntil) {}

    public Webhooks(Database database, People people, RecordReads reads, Keepers keepers, Clock clock) {
        this.database = database;
        this.keepers = keepers;
        this.reads = reads;
        this.store = new WebhookStore(database, keepers.vault());
        this.deliveries = new DeliveryStore(database);
        this.owners = new WebhookOwners(store, people);
        this.bodies = new EventBody(reads);
        this.client = new WebhookClient(clock);
        this.clock = clock;
    }

    WebhookStore store() {
        return store;
    }

    DeliveryStore deliveries() {
        return deliveries;
    }

    WebhookOwners owners() {
        return owners;
    }

    EventBody bodies() {
        return bodies;
    }

    /** Tells the receiver of an event that did not happen, now, once. */
    public Tried test(RequestContext context, UUID id) {
        Webhook webhook = require(context, id);
        Instant now = clock.instant();
        String body = "{\"id\":\"$id\",\"event\":\"sys.webhook.test\",\"at\":\"" + now + "\",\"tenant\":\""
                + context.tenant().name() + "\"}";
        Delivery delivery = deliveries.addHeld(context.tenant(), id, "sys.webhook.test", body, now);
        database.transaction(sql -> note(sql, context, "webhook_test", id, "delivery", delivery.id()));
        Outcome outcome = send(context.tenant(), webhook, delivery);
        deliveries.settle(context.tenant(), delivery, outcome, Optional.empty());
        return new Tried(
                delivery.id(),
                outcome.isTaken() ? "sent" : "failed",
                outcome.response(),
                outcome.error(),
                outcome.duration().toMillis());
    }

    /** Signs with a new secret from now on; for a day with the one before as well. */
    public Rotated rotate(RequestContext context, UUID id) {
        Webhook webhook = require(context, id);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant until = clock.instant().plus(BOTH_COUNT);
        database.transaction(sql -> {
            store.rotate(sql, context.tenant(), webhook, secret, until);
            return note(sql, context, "secret_rotate", id, "previousUntil", until);
        });
        owners.forget(context.tenant());
        return new Rotated(secret, until);
    }

    /**
     * Tells one receiver of an event of no record, whatever he wants to hear, once the transaction is kept.
     *
     * @param receiver its {@code external_id}, or its address
     * @return whether there is such a receiver that is switched on
     */
    public boolean tell(SqlRunner transaction, RequestContext context, String receiver, Event event) {
        Optional<UUID> webhook = WebhookStore.named(transaction, context.tenant(), receiver);
        webhook.ifPresent(id -> {
            deliveries.add(
                    transaction,
                    context.tenant(),
                    id,
                    event,
                    EventBody.told(context, event).toString(),
                    Optional.empty());
            keepers.book().note(transaction, context.tenant(), WebhookSender.KIND);
        });
        return webhook.isPresent();
    }

    /** Sends a delivery again; names the new one. */
    public UUID replay(RequestContext context, UUID delivery) {
        Optional<UUID> webhook = deliveries.webhook(context.tenant(), delivery);
        Webhook told = require(context, webhook.orElseThrow(() -> missing("sys.delivery", delivery)));
        requireActive(told);
        return database.transaction(sql -> {
            UUID again = deliveries
                    .replay(sql, context.tenant(), delivery)
                    .orElseThrow(() -> missing("sys.delivery", delivery));
            keepers.book().note(sql, context.tenant(), WebhookSender.KIND);
            note(sql, context, "webhook_replay", told.id(), "delivery", again);
            return again;
        });
    }

    /** Sends everything again that the receiver did not take; how many. */
    public int replayFailed(RequestContext context, UUID id) {
        requireActive(require(context, id));
        return database.transaction(sql -> {
            int count = deliveries.replayFailed(sql, context.tenant(), id);
            keepers.book().note(sql, context.tenant(), WebhookSender.KIND);
            note(sql, context, "webhook_replay", id, "deliveries", count);
            return count;
        });
    }

    /** Sends one delivery; the operator's network is for the operator's tenant, unless he allows it to all. */
    Outcome send(Tenant tenant, Webhook webhook, Delivery delivery) {
        boolean inside =
                webhook.allowPrivate() && (tenant.isMain() || keepers.peers().allowPrivate());
        return client.send(webhook, inside, delivery);
    }

    private Webhook require(RequestContext context, UUID id) {
        boolean may = database.direct(
                sql -> reads.may(context, sql, Verb.UPDATE, context.model().require(ENTITY), id));
        return Optional.of(id)
                .filter(any -> may)
                .flatMap(known -> store.find(context.tenant(), known))
                .orElseThrow(() -> missing(ENTITY, id));
    }

    private UUID note(SqlRunner sql, RequestContext context, String action, UUID webhook, String name, Object value) {
        keepers.audit()
                .note(
                        sql,
                        context.tenant(),
                        AuditEntry.of(action, ENTITY, context.origin())
                                .by(context.user().id())
                                .about(webhook)
                                .with(JsonNodeFactory.instance
                                        .objectNode()
                                        .put(name, value.toString())
                                        .toString()));
        return webhook;
    }

    private static void requireActive(Webhook webhook) {
        if (!webhook.active()) {
            throw new ProblemException(Problem.inValue(ProblemCode.WEBHOOK_INACTIVE, ""));
        }
    }

    private static ProblemException missing(String entity, UUID id) {
        return new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", entity + " " + id, ""));
    }

    @Override
    public void close() {
        client.close();
    }
}
