package io.armature.engine.write;

import java.util.List;

/** Asks every rule about every record that will be there afterwards, and refuses the request if any is broken. */
final class ValidateStep implements WriteStep {

    private final List<RecordRule> rules;

    ValidateStep(List<RecordRule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public void apply(WriteSet set) {
        for (RecordState record : set.all()) {
            if (Changes.dirty(record)) {
                rules.forEach(rule -> rule.check(set, record));
            }
        }
        set.stopOnProblems();
    }
}
