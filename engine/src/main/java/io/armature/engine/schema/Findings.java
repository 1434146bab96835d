package io.armature.engine.schema;

import io.armature.engine.schema.data.RowQuestions.Answer;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rows say to a plan. Errors block it: only PostgreSQL can guard uniqueness and links. Warnings do not: the
 * engine checks each record that is written in any case, so PostgreSQL's own guard can wait until the rows are right.
 */
final class Findings {

    private final List<Problem> found = new ArrayList<>();

    List<Problem> all() {
        return List.copyOf(found);
    }

    /** Rows share what must be unique. */
    void duplicates(String table, List<String> columns, Answer answer) {
        String names = String.join(", ", columns);
        error(ProblemCode.PLAN_DUPLICATES, table + "." + names, answer, table, names);
    }

    /** A table that may hold one row holds more. */
    void notSingle(String table, long rows) {
        found.add(Problem.inValue(ProblemCode.PLAN_NOT_SINGLE, table, Long.toString(rows), table));
    }

    /** Links lead to records that are not there. */
    void dangling(String table, String column, Answer answer) {
        error(ProblemCode.PLAN_DANGLING, table + "." + column, answer, table, column);
    }

    /** The name of a table is taken by one that we did not make. */
    void nameTaken(String table) {
        found.add(Problem.inValue(ProblemCode.PLAN_NAME_TAKEN, table, table));
    }

    /** A pack gives the engine's own records a field that their table has no column for. */
    void noPlace(String entity, String field) {
        found.add(Problem.inValue(ProblemCode.PLAN_ENGINE_TABLE, entity + "." + field, entity, field));
    }

    /** So many changes at once that PostgreSQL has no room for their locks. */
    void tooManyLocks(long needed, long capacity) {
        found.add(Problem.inValue(ProblemCode.PLAN_LOCKS, "", Long.toString(needed), Long.toString(capacity)));
    }

    /** Rows lack a value that is required. */
    void missing(String table, String column, Answer answer) {
        warning(ProblemCode.PLAN_NULLS, table + "." + column, answer, table, column);
    }

    /** Values cannot become the new type; they stay in the retired column. */
    void notCast(String table, String column, Answer answer) {
        warning(ProblemCode.PLAN_NOT_CAST, table + "." + column, answer, table, column);
    }

    /** Rows break a rule that is new. */
    void broken(String table, String condition, Answer answer) {
        warning(ProblemCode.PLAN_CHECK, table, answer, table, condition);
    }

    private void error(ProblemCode code, String path, Answer answer, String... arguments) {
        found.add(Problem.inValue(code, path, arguments(answer, arguments)));
    }

    private void warning(ProblemCode code, String path, Answer answer, String... arguments) {
        found.add(Problem.warning(code, Position.NONE, path, arguments(answer, arguments)));
    }

    /** {0} how many, {1} and {2} where, {3} examples. */
    private static String[] arguments(Answer answer, String... where) {
        return new String[] {Long.toString(answer.rows()), where[0], where[1], String.join(", ", answer.examples())};
    }
}
