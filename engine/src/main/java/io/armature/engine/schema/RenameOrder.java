package io.armature.engine.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Puts renames in an order in which each new name is free when it is taken. */
final class RenameOrder {

    private RenameOrder() {}

    /** @throws IllegalStateException when names go round in a circle */
    static <T> List<T> of(List<T> renames, Function<T, String> from, Function<T, String> to) {
        List<T> waiting = new ArrayList<>(renames);
        List<T> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> taken = new HashSet<>();
            waiting.forEach(rename -> taken.add(from.apply(rename)));
            List<T> free = waiting.stream()
                    .filter(rename -> !taken.contains(to.apply(rename)))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("Renames in a circle: " + waiting);
            }
            ordered.addAll(free);
            waiting.removeAll(free);
        }
        return ordered;
    }
}
