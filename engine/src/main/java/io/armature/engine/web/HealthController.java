package io.armature.engine.web;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;

/** Whether this node lives, and whether it can answer. */
@Controller("/health")
public final class HealthController {

    private static final Map<String, String> UP = Map.of("status", "UP");

    private final Database database;

    public HealthController(Database database) {
        this.database = database;
    }

    /** Ready: the database answers. */
    @Get
    public Map<String, String> ready() {
        try {
            return database.direct(sql -> sql.one(Sql.of("select 1"), row -> UP));
        } catch (DatabaseException down) {
            throw new ProblemException(Problem.inValue(ProblemCode.UNAVAILABLE, "", "the database cannot be reached"));
        }
    }

    @Get("/ready")
    public Map<String, String> readiness() {
        return ready();
    }

    /** Alive: the process answers. */
    @Get("/live")
    public Map<String, String> live() {
        return UP;
    }
}
