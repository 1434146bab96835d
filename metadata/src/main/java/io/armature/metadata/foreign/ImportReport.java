package io.armature.metadata.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** What became of every part of the applications that are imported. Filled while they are read; not for several threads. */
public final class ImportReport {

    /** Of which there may be many. */
    private static final Set<String> COUNTED = Set.of("field", "row");

    private final List<Entry> entries = new ArrayList<>();
    private final SequencedMap<String, Map<String, Map<Outcome, Integer>>> totals = new LinkedHashMap<>();
    private final SequencedMap<String, Naming> names = new LinkedHashMap<>();
    private final SequencedMap<String, SequencedMap<String, Naming>> twins = new LinkedHashMap<>();

    /**
     * One part.
     *
     * @param application the pack it belongs to, or empty for what belongs to none
     * @param kind such as {@code entity}, {@code field}, {@code workflow}
     * @param file the foreign file
     * @param part such as {@code Course.title}
     * @param reason why it is not simply imported; empty where it is
     */
    public record Entry(Outcome outcome, String application, String kind, String file, String part, String reason) {}

    /**
     * What an entity is called here.
     *
     * @param fields its fields that are called otherwise, by their foreign names
     */
    public record Naming(String entity, SequencedMap<String, String> fields) {
        public Naming {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }
    }

    /** Says that a part means the same here; it is counted, and told by name where it is more than a field or a row. */
    public void imported(String application, String kind, String file, String part) {
        count(application, kind, Outcome.IMPORTED);
        if (!COUNTED.contains(kind)) {
            entries.add(new Entry(Outcome.IMPORTED, application, kind, file, part, ""));
        }
    }

    /** Says that a part means the same here, and something that is good to know of it. */
    public void imported(String application, String kind, String file, String part, String note) {
        add(Outcome.IMPORTED, application, kind, file, part, note);
    }

    /** Says that something is otherwise with a part, and counts it. */
    public void add(Outcome outcome, String application, String kind, String file, String part, String reason) {
        count(application, kind, outcome);
        entries.add(new Entry(outcome, application, kind, file, part, reason));
    }

    private void count(String application, String kind, Outcome outcome) {
        totals.computeIfAbsent(application, any -> new LinkedHashMap<>())
                .computeIfAbsent(kind, any -> new EnumMap<>(Outcome.class))
                .merge(outcome, 1, Integer::sum);
    }

    /** Keeps what an entity and its fields are called here; of several applications' entities of one name the first has it. */
    public void named(String application, String foreign, Naming naming) {
        if (names.putIfAbsent(foreign, naming) != null) {
            twins.computeIfAbsent(application, any -> new LinkedHashMap<>()).put(foreign, naming);
        }
    }

    /** What entities are called whose foreign name an application before has too, by application. */
    public SequencedMap<String, SequencedMap<String, Naming>> twins() {
        return Collections.unmodifiableSequencedMap(twins);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many parts there are, by application, kind and outcome. */
    public Map<String, Map<String, Map<Outcome, Integer>>> totals() {
        return Collections.unmodifiableMap(totals);
    }

    public SequencedMap<String, Naming> names() {
        return Collections.unmodifiableSequencedMap(names);
    }
}
