package io.armature.metadata.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions that are null when an argument is null. What treats null as a value is in {@link Checker}. */
final class Overloads {

    private static final List<Overload> ALL = Stream.of(
                    NumberFunctions.all(), ComparisonFunctions.all(), TextFunctions.all(), DateFunctions.all())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Overload> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Overload::id, Function.identity()));

    private static final Map<String, List<Overload>> BY_NAME =
            ALL.stream().collect(Collectors.groupingBy(Overload::name, LinkedHashMap::new, Collectors.toList()));

    private Overloads() {}

    /** The meanings of a name; none when there is no such function. */
    static List<Overload> named(String name) {
        return BY_NAME.getOrDefault(name, List.of());
    }

    static boolean isKnown(String id) {
        return BY_ID.containsKey(id);
    }

    static Overload byId(String id) {
        Overload found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("No function " + id);
        }
        return found;
    }

    /** Names of functions, without operators. */
    static Set<String> names() {
        var names = new TreeSet<String>();
        BY_NAME.keySet().stream()
                .filter(name -> Character.isLetter(name.charAt(0)))
                .forEach(names::add);
        return names;
    }
}
