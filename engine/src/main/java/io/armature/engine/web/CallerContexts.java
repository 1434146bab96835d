package io.armature.engine.web;

import io.armature.engine.access.Access;
import io.armature.engine.audit.Origin;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.User;
import io.armature.engine.query.read.Facts;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Makes what a request is about, once it is known who calls. */
@Singleton
final class CallerContexts {

    private final CurrentModels models;
    private final Access access;
    private final Facts facts;

    CallerContexts(CurrentModels models, Access access, Facts facts) {
        this.models = models;
        this.access = access;
        this.facts = facts;
    }

    RequestContext of(HttpRequest<?> request, Tenant tenant, User user) {
        Locale locale = user.locale().or(request::getLocale).orElse(Locale.ENGLISH);
        Model model = models.of(tenant);
        Origin origin = RequestOrigins.of(request);
        return new RequestContext(
                tenant,
                model,
                user,
                locale,
                user.standing().impersonator().map(origin::actedBy).orElse(origin),
                facts.of(tenant, model, user));
    }

    /** Of somebody who is not signed in; nothing where no role for visitors speaks of what he asks for. */
    Optional<RequestContext> ofVisitor(HttpRequest<?> request, Tenant tenant) {
        return Visitors.of(access.ofVisitors(tenant, models.of(tenant)), request)
                .map(visitor -> of(request, tenant, visitor));
    }
}
