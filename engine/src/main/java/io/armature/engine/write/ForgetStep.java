package io.armature.engine.write;

import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.Callers;

/** Makes every node forget remembered callers when a write changes who they are, so that it holds at once. */
final class ForgetStep implements WriteStep {

    private final CallerCache callers;

    ForgetStep(CallerCache callers) {
        this.callers = callers;
    }

    @Override
    public void apply(WriteSet set) {
        if (set.all().stream().anyMatch(record -> Callers.concernedBy(record.entity()))) {
            callers.forget(set.transaction(), set.context().tenant());
        }
    }
}
