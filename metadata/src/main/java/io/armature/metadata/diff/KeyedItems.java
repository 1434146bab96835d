package io.armature.metadata.diff;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A list whose items have names: texts by themselves, mappings by the property that names them. */
final class KeyedItems {

    private static final List<String> NAMING =
            List.of("name", "field", "add", "hide", "move", "set", "transition", "action", "entity", "report", "title");

    private KeyedItems() {}

    /** The items by name; nothing when one has no name or two have the same. */
    static Optional<SequencedMap<String, Node>> of(ListNode list) {
        SequencedMap<String, Node> byName = new LinkedHashMap<>();
        for (Node item : list.items()) {
            Optional<String> name = name(item);
            if (name.isEmpty() || byName.putIfAbsent(name.get(), item) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(byName);
    }

    private static Optional<String> name(Node item) {
        return switch (item) {
            case TextNode text -> Optional.of(text.value());
            case MapNode map ->
                NAMING.stream()
                        .filter(key -> map.get(key).orElse(null) instanceof TextNode)
                        .map(key -> key + "=" + ((TextNode) map.get(key).orElseThrow()).value())
                        .findFirst();
            case ListNode _, NumberNode _, FlagNode _, NullNode _ -> Optional.empty();
        };
    }
}
