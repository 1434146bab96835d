package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Transaction;
import io.armature.engine.event.Event;
import io.armature.engine.event.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks for mails in a transaction: they are written to each reader in his language once it is kept. */
public final class MailOrders {

    private static final String EVENT = "sys.mail.requested";

    private final Outbox outbox;
    private final Clock clock;

    public MailOrders(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Asks for one.
     *
     * @param order {@code to}, and {@code template} or {@code subject}, {@code text} and {@code html}; {@code files}
     */
    void add(Transaction transaction, RequestContext context, ObjectNode order, Optional<Event.Subject> about) {
        outbox.add(
                transaction,
                context.tenant(),
                Event.of(
                        UUID.randomUUID(),
                        clock.instant(),
                        EVENT,
                        about,
                        context.user().id(),
                        order.toString(),
                        context.requestId()));
    }

    /** What of an order concerns the mail. */
    static ObjectNode of(JsonNode with) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        for (String member : List.of("to", "template", "subject", "text", "html", "locale")) {
            if (with.has(member)) {
                order.set(member, with.get(member));
            }
        }
        return order;
    }
}
