package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.Map;

/**
 * Who calls, as Micronaut Security knows callers: its rules and {@code @Secured} ask for roles, controllers may take a
 * {@link java.security.Principal}. It belongs to one request and is never kept, though its interface says that it could be.
 */
record CallerAuthentication(RequestContext context) implements Authentication {

    @Override
    public String getName() {
        return context.user().username();
    }

    /** None: what is known of a caller is in the context, where it has types. */
    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Collection<String> getRoles() {
        return context.user().roles();
    }
}
