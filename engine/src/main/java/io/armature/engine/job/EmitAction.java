package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.event.Event;
import io.armature.engine.event.Outbox;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code action: emit} and {@code action: notify}: an event of no record, by the name that the job says or by the one at which
 * people are notified. It leaves if the run is done.
 */
public final class EmitAction implements JobAction {

    private final String name;
    private final Optional<String> event;
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    private EmitAction(String name, Optional<String> event, Database database, Outbox outbox, Clock clock) {
        this.name = name;
        this.event = event;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Any event, {@code with: { event: crm.month_closed, details: {…} }}: webhooks and subscribers get it. */
    public static EmitAction any(Database database, Outbox outbox, Clock clock) {
        return new EmitAction("emit", Optional.empty(), database, outbox, clock);
    }

    /** A message to people, {@code with: { recipients: [role:sales.manager], title: …, body: … }}. */
    public static EmitAction notification(Database database, Outbox outbox, Clock clock) {
        return new EmitAction("notify", Optional.of("sys.notification.requested"), database, outbox, clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(RequestContext context, String pack, JsonNode with, RunCall call) {
        String what = event.orElseGet(() -> Given.text(with, "event"));
        JsonNode details = event.isPresent() ? with : with.path("details");
        database.transaction(transaction -> {
            outbox.add(
                    transaction,
                    context.tenant(),
                    Event.of(
                            UUID.randomUUID(),
                            clock.instant(),
                            what,
                            Optional.empty(),
                            context.user().id(),
                            details.isObject() ? details.toString() : Event.NOTHING,
                            context.requestId()));
            call.doneWith(transaction);
            return what;
        });
    }
}
