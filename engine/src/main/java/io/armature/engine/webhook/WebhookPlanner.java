package io.armature.engine.webhook;

import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.due.DueBook;
import io.armature.engine.event.Event;
import io.armature.engine.event.Subscriber;
import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts events into the queues of those who want to hear of them. */
public final class WebhookPlanner implements Subscriber {

    private static final String WEBHOOKS = "sys.webhook.";

    private final Database database;
    private final DueBook book;
    private final WebhookOwners owners;
    private final DeliveryStore deliveries;
    private final EventBody bodies;

    public WebhookPlanner(Database database, DueBook book, Webhooks webhooks) {
        this.database = database;
        this.book = book;
        this.owners = webhooks.owners();
        this.deliveries = webhooks.deliveries();
        this.bodies = webhooks.bodies();
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public boolean wants(Event event) {
        return !event.isInternal();
    }

    private record Planned(UUID webhook, String body, Optional<String> error) {}

    @Override
    public void begin(Tenant tenant) {
        owners.forget(tenant);
    }

    @Override
    public void receive(Tenant tenant, Event event) {
        receive(tenant, event, Long.MAX_VALUE);
    }

    @Override
    public void receive(Tenant tenant, Event event, long number) {
        if (event.name().startsWith(WEBHOOKS)) {
            owners.forget(tenant);
        }
        List<Planned> planned = new ArrayList<>();
        for (WebhookOwners.Owned one : owners.of(tenant)) {
            if (one.webhook().wants(event.name(), number) && one.owner().isPresent()) {
                plan(tenant, event, one.webhook(), one.owner().get()).ifPresent(planned::add);
            }
        }
        // A receiver that is active again has something that waited meanwhile.
        if (!planned.isEmpty() || event.name().startsWith(WEBHOOKS)) {
            database.transaction(sql -> {
                planned.forEach(one -> deliveries.add(sql, tenant, one.webhook(), event, one.body(), one.error()));
                book.note(sql, tenant, WebhookSender.KIND);
                return planned;
            });
        }
    }

    private Optional<Planned> plan(Tenant tenant, Event event, Webhook webhook, User owner) {
        RequestContext context = owners.context(tenant, owner, event.id());
        try {
            return bodies.of(context, event, webhook.filter())
                    .map(body -> new Planned(webhook.id(), body, Optional.empty()));
        } catch (ProblemException misfit) {
            // A filter that does not fit (any more) shows up where people look for what was not sent.
            return Optional.of(
                    new Planned(webhook.id(), Event.NOTHING, Optional.of(String.valueOf(misfit.getMessage()))));
        }
    }
}
