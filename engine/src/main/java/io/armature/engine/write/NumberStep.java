package io.armature.engine.write;

import io.armature.metadata.definition.NumberDefinition;
import io.armature.metadata.expression.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Gives new records their numbers, all records of one counter at once. */
final class NumberStep implements WriteStep {

    private final Counters counters;

    NumberStep(Counters counters) {
        this.counters = counters;
    }

    private record Counter(String entity, String period, NumberPattern pattern) {}

    @Override
    public void apply(WriteSet set) {
        if (set.problems().hasErrors()) {
            return; // The request is refused anyway: no number is spent on it.
        }
        SequencedMap<Counter, List<RecordState>> wanted = new LinkedHashMap<>();
        for (RecordState record : set.all()) {
            record.entity()
                    .number()
                    .filter(number -> record.action().isNew() && !record.has(number.field()))
                    .ifPresent(number -> wanted.computeIfAbsent(counter(set, record, number), any -> new ArrayList<>())
                            .add(record));
        }
        wanted.forEach((counter, records) -> give(set, counter, records));
    }

    private void give(WriteSet set, Counter counter, List<RecordState> records) {
        String entity = counter.entity();
        NumberDefinition number = records.getFirst().entity().number().orElseThrow();
        long next = number.gapless()
                ? Counters.gapless(set.transaction(), set.schema(), entity, counter.period(), records.size())
                : counters.fast(set.schema(), entity, counter.period(), records.size());
        for (RecordState record : records) {
            Row row = set.rules().rows().of(record);
            record.set(number.field(), counter.pattern().format(today(set), name -> text(row, name), next++));
        }
    }

    /** Each pattern that is chosen counts for itself, each period of a pattern, and each value of what it counts by. */
    private static Counter counter(WriteSet set, RecordState record, NumberDefinition number) {
        Row row = set.rules().rows().of(record);
        String chosen = number.by().isEmpty() ? "" : text(row, number.by());
        boolean series = number.patterns().containsKey(chosen);
        NumberPattern pattern = new NumberPattern(number.patterns().getOrDefault(chosen, number.pattern()));
        StringBuilder period = new StringBuilder(series ? chosen + "/" : "").append(pattern.period(today(set)));
        for (String field : number.per()) {
            period.append('/').append(text(row, field));
        }
        return new Counter(record.entity().fullName(), period.toString(), pattern);
    }

    private static LocalDate today(WriteSet set) {
        return set.now().atZone(set.context().user().zone()).toLocalDate();
    }

    /** The text of a field, also of one behind links: {@code company.code}. */
    private static String text(Row row, String path) {
        Optional<Row> place = Optional.of(row);
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            String link = names[i];
            place = place.flatMap(at -> at.link(link));
        }
        return place.flatMap(at -> at.value(names[names.length - 1]))
                .map(Object::toString)
                .orElse("");
    }
}
