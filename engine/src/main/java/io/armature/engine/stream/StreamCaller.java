package io.armature.engine.stream;

import io.armature.engine.audit.Origin;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.Credential;
import io.armature.engine.identity.User;
import io.armature.engine.query.read.Facts;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.model.Model;
import java.util.Locale;
import java.util.Optional;

/** Finds out, again and again, who listens: sessions end, roles are taken, packs are installed while a stream is open. */
final class StreamCaller {

    private final Callers callers;
    private final CurrentModels models;
    private final Facts facts;
    private final Tenants tenants;

    StreamCaller(Callers callers, CurrentModels models, Facts facts, Tenants tenants) {
        this.callers = callers;
        this.models = models;
        this.facts = facts;
        this.tenants = tenants;
    }

    /** As a request of his would be now; nothing when he could make none. */
    Optional<RequestContext> now(Tenant of, Credential credential, Locale locale, Origin origin) {
        Optional<Tenant> tenant = tenants.named(of.name()).filter(Tenant::isActive);
        return tenant.flatMap(known -> callers.remembered(known, credential).or(() -> callers.find(known, credential)))
                .filter(user ->
                        !user.standing().mustEnrol() && user.standing().scopes().areAll())
                .map(user -> context(tenant.orElseThrow(), user, locale, origin));
    }

    private RequestContext context(Tenant tenant, User user, Locale locale, Origin origin) {
        Model model = models.of(tenant);
        return new RequestContext(tenant, model, user, locale, origin, facts.of(tenant, model, user));
    }
}
