package io.armature.engine.record;

import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.User;
import io.armature.engine.query.read.Facts;
import io.armature.engine.query.read.ReadContext;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at records as other people would. */
final class People {
    private final Callers callers;
    private final Access access;
    private final Facts facts;
    private final Clock clock;

    People(Callers callers, Access access, Facts facts, Clock clock) {
        this.callers = callers;
        this.access = access;
        this.facts = facts;
        this.clock = clock;
    }

    /** Somebody, what he may do, and how he would read. */
    record Person(User user, AccessPolicy policy, ReadContext reading) {}

    /** @param name a user name or an id */
    Person named(RequestContext context, String name) {
        return callers.named(context.tenant(), name)
                .map(user -> person(context, user))
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.LINK_NOT_FOUND, "user", "sys.user", "username = " + name)));
    }

    /** All of them, as of one moment. */
    List<Person> all(RequestContext context) {
        Instant now = clock.instant();
        List<User> users = callers.all(context.tenant());
        access.prepare(context.tenant(), users);
        return users.stream().map(user -> person(context, user, now)).toList();
    }

    Person person(RequestContext context, User user) {
        return person(context, user, clock.instant());
    }

    private Person person(RequestContext context, User user, Instant now) {
        RequestContext own = as(context, user);
        AccessPolicy policy = access.policy(own);
        return new Person(
                user,
                policy,
                new ReadContext(
                        context.tenant().name(),
                        context.schema(),
                        context.model(),
                        policy,
                        access.moment(own, now),
                        Optional.empty(),
                        false));
    }

    RequestContext as(RequestContext context, User user) {
        return user.equals(context.user())
                ? context
                : new RequestContext(
                        context.tenant(),
                        context.model(),
                        user,
                        context.locale(),
                        context.origin(),
                        facts.of(context.tenant(), context.model(), user));
    }
}
