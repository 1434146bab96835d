package io.armature.engine.write;

import io.armature.engine.db.Sql;
import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;

/** An entity with one record has no second one. */
final class SingleRule implements RecordRule {

    @Override
    public void check(WriteSet set, RecordState record) {
        if (record.action() == Action.CREATE && record.entity().shape() == Shape.SINGLE && exists(set, record)) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.NOT_UNIQUE,
                            record.path(),
                            record.entity().title(),
                            "single"));
        }
    }

    private static boolean exists(WriteSet set, RecordState record) {
        String table = Identifiers.quote(set.schema(), record.entity().table());
        // Two first records at once wait for each other here.
        set.transaction().execute("lock table " + table + " in share row exclusive mode");
        return set.transaction().one(Sql.of("select exists(select 1 from " + table + ")"), row -> row.getBoolean(1));
    }
}
