package io.armature.engine.web;

import io.armature.engine.db.DatabaseException;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/** What a refusal of PostgreSQL means to the caller, where no room nearer to it knew better. */
@Singleton
public final class DatabaseFailures {

    private static final String CONNECTION = "08";
    private static final String RESOURCES = "53";
    private static final String INTERVENTION = "57P";
    private static final String DATA = "22";
    private static final Set<String> BUSY = Set.of("55P03", "40001", "40P01", "57014");

    /** Nothing when the refusal is our own fault. */
    Optional<Problem> read(DatabaseException refusal) {
        if (refusal.getCause() instanceof SQLTransientConnectionException) {
            return unavailable("all database connections are in use");
        }
        if (refusal.isClass(CONNECTION) || refusal.isClass(RESOURCES) || refusal.isClass(INTERVENTION)) {
            return unavailable("the database cannot be reached");
        }
        if (BUSY.contains(refusal.state())) {
            return unavailable("the records are in use by others");
        }
        if (refusal.isClass(DATA)) {
            return Optional.of(
                    Problem.inValue(ProblemCode.MALFORMED_REQUEST, "", String.valueOf(refusal.getMessage()), ""));
        }
        return Optional.empty();
    }

    private static Optional<Problem> unavailable(String why) {
        return Optional.of(Problem.inValue(ProblemCode.UNAVAILABLE, "", why));
    }
}
