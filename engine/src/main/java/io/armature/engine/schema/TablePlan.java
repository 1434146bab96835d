package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.WantedTable;
import io.armature.engine.schema.catalogue.Column;
import io.armature.engine.schema.catalogue.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One table that goes on: what it is, what it shall be, and which column becomes which.
 *
 * @param rows how many it has
 * @param retiring columns to be retired, with their names then
 */
record TablePlan(TableMatch match, SequencedMap<String, ColumnMatch> columns, long rows, Map<String, String> retiring) {

    TablePlan {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
        retiring = Collections.unmodifiableMap(new LinkedHashMap<>(retiring));
    }

    static TablePlan of(TableMatch match, SequencedMap<String, ColumnMatch> columns, long rows) {
        Table table = match.table();
        Set<String> goingOn = new HashSet<>();
        columns.values().forEach(column -> column.goesOn().ifPresent(source -> goingOn.add(source.name())));
        Set<String> taken = new HashSet<>(table.columns().keySet());
        Map<String, String> retiring = new LinkedHashMap<>();
        for (Column column : table.columns().values()) {
            if (!column.mark().isRetired() && !goingOn.contains(column.name())) {
                String retired = RetiredNames.next(column.name(), taken);
                taken.add(retired);
                retiring.put(column.name(), retired);
            }
        }
        return new TablePlan(match, columns, rows, retiring);
    }

    Table table() {
        return match.table();
    }

    WantedTable wanted() {
        return match.wanted();
    }

    String name() {
        return match.wanted().name();
    }

    /** The name that a column of now has when the plan is done. */
    String laterName(String column) {
        return Optional.ofNullable(laterNames().get(column)).orElse(column);
    }

    /** The names of columns that go on, by their names now. */
    Map<String, String> goingOn() {
        Map<String, String> names = new HashMap<>();
        columns.forEach((name, column) -> column.goesOn().ifPresent(source -> names.put(source.name(), name)));
        return names;
    }

    private Map<String, String> laterNames() {
        Map<String, String> names = new HashMap<>(retiring);
        names.putAll(goingOn());
        return names;
    }

    /** Whether all columns go on as live ones, so that what stands beside them can stay. */
    boolean keeps(List<String> names) {
        Map<String, String> goingOn = goingOn();
        return names.stream().allMatch(goingOn::containsKey);
    }

    /** The columns that go on or come, but for those that are new and empty. */
    Stream<ColumnMatch> filled() {
        return columns.values().stream()
                .filter(column -> !(column instanceof ColumnMatch.Added added)
                        || added.copied().isPresent()
                        || !added.wanted().fill().isEmpty());
    }
}
