package io.armature.engine.web;

import io.armature.engine.db.DatabaseException;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;

/** Whether this node lives, and whether it can answer. */
@Controller("/health")
public final class HealthController {

    private static final String UP = "UP";

    private final Tenants tenants;

    public HealthController(Tenants tenants) {
        this.tenants = tenants;
    }

    /** A node and what it depends on. */
    record Health(String status, Map<String, String> checks) {}

    /** Ready: the database answers, and every tenant's tables are up to date. */
    @Get
    public Health ready() {
        long outdated;
        try {
            outdated = tenants.outdated();
        } catch (DatabaseException down) {
            throw unavailable("the database cannot be reached");
        }
        if (outdated > 0) {
            throw unavailable("the tables of " + outdated + " tenants are not up to date");
        }
        return new Health(UP, Map.of("database", UP, "migrations", UP));
    }

    @Get("/ready")
    public Health readiness() {
        return ready();
    }

    /** Alive: the process answers. */
    @Get("/live")
    public Map<String, String> live() {
        return Map.of("status", UP);
    }

    private static ProblemException unavailable(String why) {
        return new ProblemException(Problem.inValue(ProblemCode.UNAVAILABLE, "", why));
    }
}
