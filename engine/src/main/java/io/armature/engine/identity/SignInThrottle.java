package io.armature.engine.identity;

import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Slows down the guessing of passwords: after some failures a user name waits, on this node. Safe for many threads. */
public final class SignInThrottle {

    private static final int FREE_FAILURES = 10;
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    public SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    /** @throws ProblemException when this name has to wait */
    void check(Tenant tenant, String username) {
        Failures known = failures.get(key(tenant, username));
        if (known == null || known.count() < FREE_FAILURES) {
            return;
        }
        Duration left = Duration.between(clock.instant(), known.last().plus(WAIT));
        if (left.isPositive()) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.TOO_MANY_REQUESTS, "", String.valueOf(left.toSeconds() + 1)));
        }
    }

    void failed(Tenant tenant, String username) {
        if (failures.size() >= MOST) {
            failures.clear();
        }
        failures.merge(
                key(tenant, username),
                new Failures(1, clock.instant()),
                (before, one) -> new Failures(before.count() + 1, one.last()));
    }

    void succeeded(Tenant tenant, String username) {
        failures.remove(key(tenant, username));
    }

    private static String key(Tenant tenant, String username) {
        return tenant.name() + ":" + username.toLowerCase(Locale.ROOT);
    }
}
