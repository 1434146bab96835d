package io.armature.engine.write;

import io.armature.metadata.model.SystemFields;

/** Gives new records the values that the request leaves open. */
final class DefaultStep implements WriteStep {

    @Override
    public void apply(WriteSet set) {
        for (RecordState record : set.all()) {
            if (record.action().isNew()) {
                if (!record.has(SystemFields.OWNER)) {
                    record.set(SystemFields.OWNER, set.context().user().id());
                }
                set.plan(record).defaults().forEach(rule -> fill(set, record, rule));
            } else if (record.change() instanceof Change.Update update && update.whole()) {
                set.plan(record).defaults().forEach(rule -> fill(set, record, rule));
            }
        }
    }

    private static void fill(WriteSet set, RecordState record, EntityPlan.Rule rule) {
        String name = rule.field().name();
        if (!record.given().contains(name) && !record.has(name)) {
            set.rules().value(rule.expression(), record).ifPresent(value -> record.set(name, value));
        }
    }
}
