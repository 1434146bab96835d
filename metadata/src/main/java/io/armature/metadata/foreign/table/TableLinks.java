package io.armature.metadata.foreign.table;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that lead to other tables: those called like one, in whose key all of their values are. Tables never lead to each
 * other in a circle, because then no row could be the first.
 */
final class TableLinks {

    private final List<TableShape> shapes;
    private final Map<TableShape, Map<Integer, TableShape>> links = new IdentityHashMap<>();

    TableLinks(List<TableShape> shapes) {
        this.shapes = List.copyOf(shapes);
        Map<TableShape, Set<String>> keys = new IdentityHashMap<>();
        for (TableShape shape : shapes) {
            links.put(shape, new LinkedHashMap<>());
            for (int column = 0; column < shape.fields().size(); column++) {
                int of = column;
                called(shape, column)
                        .filter(other -> !leads(other, shape))
                        .filter(other -> keys.computeIfAbsent(other, TableShape::keys)
                                .containsAll(shape.table().filled(of)))
                        .filter(other -> !shape.table().filled(of).isEmpty())
                        .ifPresent(other -> of(shape).put(of, other));
            }
        }
    }

    /** The table that a column leads to. */
    Optional<TableShape> target(TableShape shape, int column) {
        return Optional.ofNullable(of(shape).get(column));
    }

    private Map<Integer, TableShape> of(TableShape shape) {
        return links.getOrDefault(shape, Map.of());
    }

    private Optional<TableShape> called(TableShape shape, int column) {
        String field = shape.fields().get(column).replaceFirst("_(id|code|no|number|key)$", "");
        List<String> names = List.of(field, field + "s", field + "es", field.replaceFirst("y$", "ies"));
        return shapes.stream()
                .filter(other -> other != shape && other.key().isPresent() && names.contains(other.entity()))
                .findFirst();
    }

    private boolean leads(TableShape from, TableShape to) {
        return leads(from, to, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean leads(TableShape from, TableShape to, Set<TableShape> seen) {
        return from == to || seen.add(from) && of(from).values().stream().anyMatch(next -> leads(next, to, seen));
    }
}
