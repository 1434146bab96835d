package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The entries of a mapping, taken by key. It never fails: whoever reads a definition has its shape checked apart, and a
 * value of the wrong shape counts as absent, so that the rest of the definition can still be checked.
 */
final class Entries {

    private final MapNode map;
    private final Origin origin;

    Entries(MapNode map, Origin origin) {
        this.map = map;
        this.origin = origin;
    }

    MapNode map() {
        return map;
    }

    /** Where the mapping stands. */
    Origin origin() {
        return origin.at(map.position());
    }

    /** Where a key stands. */
    Origin originOf(String key) {
        return origin.at(map.keyPosition(key));
    }

    Optional<String> text(String key) {
        return map.get(key).flatMap(Entries::text);
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return map.get(key)
                .map(node -> node instanceof FlagNode flag ? flag.value() : otherwise)
                .orElse(otherwise);
    }

    int integer(String key, int otherwise) {
        return map.get(key)
                .map(node -> node instanceof NumberNode number
                                && number.value().stripTrailingZeros().scale() <= 0
                                && number.value().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                        ? number.value().intValue()
                        : otherwise)
                .orElse(otherwise);
    }

    Optional<Duration> duration(String key) {
        try {
            return text(key).map(Duration::parse);
        } catch (DateTimeParseException otherShape) {
            return Optional.empty();
        }
    }

    /** The texts of a list, or one text. */
    List<String> texts(String key) {
        return map.get(key).map(Entries::texts).orElse(List.of());
    }

    /** The items of a list. */
    List<Node> items(String key) {
        return map.get(key)
                .map(node -> node instanceof ListNode list ? list.items() : List.<Node>of())
                .orElse(List.of());
    }

    /** The mappings of a list. */
    List<Entries> maps(String key) {
        return items(key).stream()
                .filter(MapNode.class::isInstance)
                .map(item -> new Entries((MapNode) item, origin))
                .toList();
    }

    /** The entries of a mapping; none when it is absent. */
    SequencedMap<String, Node> entries(String key) {
        return inner(key).map.entries();
    }

    /** A mapping below; an empty one when it is absent. */
    Entries inner(String key) {
        return map.get(key)
                .filter(MapNode.class::isInstance)
                .map(node -> new Entries((MapNode) node, origin))
                .orElseGet(() -> new Entries(MapNode.of(new LinkedHashMap<>()), origin));
    }

    /** The mappings below a mapping, by key. A value that is no mapping counts as an empty one. */
    SequencedMap<String, Entries> children(String key) {
        SequencedMap<String, Entries> children = new LinkedHashMap<>();
        Entries parent = inner(key);
        parent.map.entries().keySet().forEach(name -> children.put(name, parent.inner(name)));
        return children;
    }

    /** The entries other than those named. */
    SequencedMap<String, Node> without(Set<String> keys) {
        SequencedMap<String, Node> rest = new LinkedHashMap<>(map.entries());
        rest.keySet().removeAll(keys);
        return rest;
    }

    /** Texts by key. */
    SequencedMap<String, String> textEntries(String key) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        entries(key).forEach((name, node) -> text(node).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    static Optional<String> text(Node node) {
        return node instanceof TextNode text ? Optional.of(text.value()) : Optional.empty();
    }

    static List<String> texts(Node node) {
        return switch (node) {
            case TextNode text -> List.of(text.value());
            case ListNode list ->
                list.items().stream().flatMap(item -> text(item).stream()).toList();
            case MapNode _, NumberNode _, FlagNode _, NullNode _ -> List.of();
        };
    }
}
