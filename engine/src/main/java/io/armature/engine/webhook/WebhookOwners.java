package io.armature.engine.webhook;

import io.armature.engine.audit.Origin;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.User;
import io.armature.engine.query.read.Facts;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The receivers of each tenant with their owners, remembered while a batch of events is told. */
final class WebhookOwners {

    private final WebhookStore store;
    private final Callers callers;
    private final CurrentModels models;
    private final Facts facts;
    private final Map<String, List<Owned>> known = new ConcurrentHashMap<>();

    WebhookOwners(WebhookStore store, Webhooks.People people) {
        this.store = store;
        this.callers = people.callers();
        this.models = people.models();
        this.facts = people.facts();
    }

    /** A receiver, and whose rights count; nobody's when he is active no more. */
    record Owned(Webhook webhook, Optional<User> owner) {}

    List<Owned> of(Tenant tenant) {
        List<Owned> before = known.get(tenant.name());
        if (before != null) {
            return before;
        }
        List<Owned> read = store.active(tenant).stream()
                .map(webhook -> new Owned(webhook, owner(tenant, webhook.owner())))
                .toList();
        known.put(tenant.name(), read);
        return read;
    }

    /** Forgets what is remembered of a tenant: receivers changed. */
    void forget(Tenant tenant) {
        known.remove(tenant.name());
    }

    /** What an owner would see if he asked now. */
    RequestContext context(Tenant tenant, User owner, UUID event) {
        Model model = models.of(tenant);
        return new RequestContext(
                tenant, model, owner, Locale.ENGLISH, Origin.of("webhook-" + event), facts.of(tenant, model, owner));
    }

    private Optional<User> owner(Tenant tenant, UUID id) {
        return id.equals(User.SYSTEM.id()) ? Optional.of(User.SYSTEM) : callers.named(tenant, id.toString());
    }
}
