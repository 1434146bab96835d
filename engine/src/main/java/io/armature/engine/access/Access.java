package io.armature.engine.access;

import io.armature.engine.access.AccessPolicy.Holder;
import io.armature.engine.access.AccessPolicy.Key;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.User;
import io.armature.metadata.expression.Context;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what a caller may do. Nothing is allowed unless one of his roles grants it; administrators may do everything. */
@Singleton
public final class Access {
    private static final String ADVICE = "Ask an administrator for a role that may.";

    private final PolicyCache policies = new PolicyCache();

    /** What the caller of a request may do. */
    public AccessPolicy policy(RequestContext context) {
        return policy(context.model(), context.user());
    }

    private AccessPolicy policy(Model model, User user) {
        RoleBook book = policies.book(model, "", () -> RoleBook.of(model, Map.of()));
        Holder holder = new Holder(book.closure(user.roles()), "");
        Key key = new Key(model.digest(), "", List.of(holder), Set.of());
        return policies.policy(key, () -> new AccessPolicy(key, book, user.isAdministrator()));
    }

    /** The moment of a request, and all that conditions may say of its caller. */
    public Context moment(RequestContext context, Instant now) {
        return context.moment(now)
                .with(Context.USER_ROLES, List.copyOf(policy(context).roles()));
    }

    /** @throws ProblemException when the caller may do it with no record of the entity */
    public void require(RequestContext context, String verb, Entity entity) {
        if (policy(context).may(verb, entity.fullName()).isNone()) {
            throw forbidden(verb + " " + entity.fullName());
        }
    }

    /** @throws ProblemException when the caller may read no record of the entity */
    public void requireRead(RequestContext context, Entity entity) {
        require(context, Verb.READ, entity);
    }

    /** @throws ProblemException when the caller is no administrator; {@code what} completes "You may not …" */
    public void requireAdministrator(RequestContext context, String what) {
        if (!context.user().isAdministrator()) {
            throw forbidden(what);
        }
    }

    /** The refusal of what nobody may know more of; {@code what} completes "You may not …". */
    public static ProblemException forbidden(String what) {
        return new ProblemException(Problem.inValue(ProblemCode.FORBIDDEN, "", what, ADVICE));
    }
}
