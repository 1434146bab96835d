package io.armature.engine.write;

import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives new records the values that the request leaves open. */
final class DefaultStep implements WriteStep {

    /** A link that waits for the record that its key names. */
    private record Waiting(RecordState record, String field, Given.Key key) {}

    @Override
    public void apply(WriteSet set) {
        List<Waiting> waiting = new ArrayList<>();
        for (RecordState record : set.all()) {
            boolean isNew = record.action().isNew();
            if (isNew && !record.has(SystemFields.OWNER)) {
                record.set(SystemFields.OWNER, set.context().user().id());
            }
            if (isNew || record.change() instanceof Change.Update update && update.whole()) {
                set.plan(record).defaults().forEach(rule -> fill(set, record, rule));
                set.plan(record).linked().stream()
                        .filter(link -> isOpen(record, link.field().name()))
                        .forEach(link -> link.of(set, record)
                                .ifPresent(key -> waiting.add(
                                        new Waiting(record, link.field().name(), key))));
            }
        }
        link(set, waiting);
    }

    private static boolean isOpen(RecordState record, String field) {
        return !record.given().contains(field) && !record.has(field);
    }

    private static void fill(WriteSet set, RecordState record, EntityPlan.Rule rule) {
        String name = rule.field().name();
        if (isOpen(record, name)) {
            set.rules().value(rule.expression(), record).ifPresent(value -> record.set(name, value));
        }
    }

    /** What all links wait for, in one statement; a key that names no record leaves its link open. */
    private static void link(WriteSet set, List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        Map<Given.Key, UUID> found = new KeyResolver(set.transaction(), set.schema(), set.model())
                .resolve(waiting.stream().map(Waiting::key).toList());
        waiting.forEach(link -> Optional.ofNullable(found.get(link.key()))
                .ifPresent(id -> link.record().set(link.field(), id)));
    }
}
