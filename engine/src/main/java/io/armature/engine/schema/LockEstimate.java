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

    /** New tables can be made beforehand; of each, one lock is left, to show it. */
    static void check(List<PlannedStep> steps, Server server, Findings findings) {
        long needed = needed(steps);
        List<PlannedStep> early = Staging.steps(steps);
        long late = needed
                - needed(early)
                + early.stream().filter(LockEstimate::makes).count();
        if (Math.min(needed, late) > server.lockCapacity()) {
            findings.tooManyLocks(Math.min(needed, late), server.lockCapacity());
        }
    }

    static long needed(List<PlannedStep> steps) {
        return steps.stream().mapToLong(LockEstimate::locks).sum();
    }

    private static boolean makes(PlannedStep planned) {
        return planned.step() instanceof SchemaStep.CreateTable;
    }

    static long locks(PlannedStep planned) {
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
