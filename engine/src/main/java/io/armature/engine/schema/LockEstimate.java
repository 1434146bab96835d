package io.armature.engine.schema;

import io.armature.engine.schema.catalogue.Server;
import io.armature.engine.schema.step.PlannedStep;
import io.armature.engine.schema.step.SchemaStep;
import java.util.List;

/** Whether PostgreSQL has room for the locks of a plan, which it holds all together until the commit. */
final class LockEstimate {

    /** A table, its key's index, and its overflow table with an index. */
    private static final int TABLE_LOCKS = 4;

    private LockEstimate() {}

    static void check(List<PlannedStep> steps, Server server, Findings findings) {
        long needed = steps.stream().mapToLong(LockEstimate::locks).sum();
        if (needed > server.lockCapacity()) {
            findings.tooManyLocks(needed, server.lockCapacity());
        }
    }

    private static long locks(PlannedStep planned) {
        if (planned.afterCommit()) {
            return 0;
        }
        SchemaStep step = planned.step();
        if (step instanceof SchemaStep.CreateTable) {
            return TABLE_LOCKS;
        }
        return step instanceof SchemaStep.CreateIndex ? 1 : 0;
    }
}
