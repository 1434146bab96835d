package io.armature.metadata.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.problem.ProblemCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The options of a {@code choice} or {@code choices} field, by key. Written as a list of keys, as a mapping of keys to
 * titles, or of keys to {@code {title, color, icon, help}}. A field that names a shared list by a text has none until
 * the list is put in its place.
 */
public record Options(SequencedMap<String, Option> byKey) {

    /** One option. */
    public record Option(String key, String title, Optional<String> color, Optional<String> icon) {}

    public Options {
        byKey = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byKey));
    }

    public static Options of(FieldDefinition field) {
        return of(field.property("options"));
    }

    /** The options that a value of {@code options:} names. */
    public static Options of(Optional<Node> options) {
        SequencedMap<String, Option> byKey = new LinkedHashMap<>();
        switch (options.orElse(null)) {
            case ListNode list -> list.items().forEach(item -> add(byKey, key(item), item));
            case MapNode map -> map.entries().forEach((key, value) -> add(byKey, key, value));
            case null, default -> {}
        }
        return new Options(byKey);
    }

    private static void add(SequencedMap<String, Option> byKey, String key, Node value) {
        byKey.put(key, option(key, value));
    }

    /** Options of a list are keys; numbers and flags are taken as they would be written. */
    private static String key(Node item) {
        return switch (item) {
            case TextNode text -> text.value();
            case NumberNode number -> number.value().toPlainString();
            case FlagNode flag -> Boolean.toString(flag.value());
            case MapNode _, ListNode _, NullNode _ -> "";
        };
    }

    private static Option option(String key, Node value) {
        return switch (value) {
            case MapNode map -> new Option(key, text(map, "title").orElse(key), text(map, "color"), text(map, "icon"));
            case TextNode text -> new Option(key, text.value(), Optional.empty(), Optional.empty());
            case NumberNode _, FlagNode _, NullNode _, ListNode _ ->
                new Option(key, key, Optional.empty(), Optional.empty());
        };
    }

    private static Optional<String> text(MapNode map, String key) {
        return map.get(key).filter(TextNode.class::isInstance).map(node -> ((TextNode) node).value());
    }

    public Set<String> keys() {
        return byKey.keySet();
    }

    /**
     * @throws InvalidValue when it is not one of the options, unless they are not known
     */
    String check(String key) throws InvalidValue {
        if (!byKey.isEmpty() && !byKey.containsKey(key)) {
            throw new InvalidValue(ProblemCode.UNKNOWN_OPTION, key, String.join(", ", byKey.keySet()));
        }
        return key;
    }

    ObjectNode schema() {
        return byKey.isEmpty() ? Schemas.of("string") : Schemas.oneOf(byKey.keySet());
    }
}
