package io.armature.engine.query.read;

import io.armature.engine.db.DatabaseException;
import io.armature.engine.query.sql.ListLimit;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;

/** What PostgreSQL's refusals of a read mean to the caller. */
final class ReadFailures {
    private static final String DATA = "22";
    private static final String CANCELLED = "57014";
    private static final String TOO_COMPLEX = "54";

    private ReadFailures() {}

    /** A problem where the caller's request is the cause, else the refusal itself. */
    static RuntimeException explain(DatabaseException refused) {
        String message = String.valueOf(refused.getMessage());
        if (refused.isClass(DATA)) {
            return new ProblemException(ListLimit.problem(message)
                    .orElseGet(() -> Problem.inValue(ProblemCode.EXPRESSION_FAILED, "", message)));
        }
        if (refused.state().equals(CANCELLED) || refused.isClass(TOO_COMPLEX)) {
            return new ProblemException(Problem.inValue(ProblemCode.QUERY_TOO_EXPENSIVE, "", message, ""));
        }
        return refused;
    }
}
