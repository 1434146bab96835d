package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.event.Event;
import io.armature.engine.webhook.Webhooks;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code action: webhook}: tells one receiver something, whatever events he chose, {@code with: { webhook: accounting, event:
 * crm.month_closed, details: {…} }}; signed, tried again and listed as every delivery.
 */
public final class WebhookAction implements JobAction {

    private final Database database;
    private final Webhooks webhooks;
    private final Clock clock;

    public WebhookAction(Database database, Webhooks webhooks, Clock clock) {
        this.database = database;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    /** @param with {@code webhook} is the receiver's {@code external_id}, or its address */
    @Override
    public void run(RequestContext context, String pack, JsonNode with, RunCall call) {
        String receiver = Given.text(with, "webhook");
        JsonNode details = with.path("details");
        Event event = Event.of(
                UUID.randomUUID(),
                clock.instant(),
                Given.qualified(with.path("event").asText("called"), pack),
                Optional.empty(),
                context.user().id(),
                details.isObject() ? details.toString() : Event.NOTHING,
                context.requestId());
        database.transaction(transaction -> {
            if (!webhooks.tell(transaction, context, receiver, event)) {
                throw new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "with.webhook", receiver, ""));
            }
            call.doneWith(transaction);
            return event;
        });
    }
}
