package io.armature.engine.write;

import io.armature.metadata.expression.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Fills fields from the record that a link now leads to. */
final class CopyStep implements WriteStep {

    @Override
    public void apply(WriteSet set) {
        List<RecordState> records = set.all().stream()
                .filter(record -> record.action() != Action.DELETE && record.action() != Action.RESTORE)
                .toList();
        prefetch(set, records);
        for (RecordState record : records) {
            for (CopyRule rule : set.plan(record).copies()) {
                if (applies(record, rule)) {
                    copied(set.rules().rows().of(record), rule.path())
                            .flatMap(rule::fitting)
                            .ifPresent(value -> record.set(rule.field().name(), value));
                }
            }
        }
    }

    private static boolean applies(RecordState record, CopyRule rule) {
        String name = rule.field().name();
        return record.changes(rule.path().getFirst())
                && !record.given().contains(name)
                && (rule.always() || !record.has(name));
    }

    private static Optional<Object> copied(Row row, List<String> path) {
        Optional<Row> place = Optional.of(row);
        for (String link : path.subList(0, path.size() - 1)) {
            place = place.flatMap(at -> at.link(link));
        }
        return place.flatMap(at -> at.value(path.getLast()));
    }

    /** The chosen records of all rows at once. */
    private static void prefetch(WriteSet set, List<RecordState> records) {
        for (RecordState first : records) {
            for (CopyRule rule : set.plan(first).copies()) {
                String link = rule.path().getFirst();
                first.entity().field(link).flatMap(field -> field.relation()).ifPresent(relation -> {
                    List<UUID> ids = new ArrayList<>();
                    for (RecordState record : records) {
                        if (record.entity() == first.entity()
                                && applies(record, rule)
                                && record.after(link) instanceof UUID id) {
                            ids.add(id);
                        }
                    }
                    set.rules().rows().prefetch(set.model().require(relation.target()), ids);
                });
            }
        }
    }
}
