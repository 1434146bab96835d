package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A field as written: its type's name and its properties, one by one, so that overlays can change and merge each.
 *
 * @param origins for a property that another pack set, who did; properties not named come from {@code origin}
 */
public record FieldDefinition(
        String name, String type, SequencedMap<String, Node> properties, Origin origin, Map<String, Origin> origins) {

    public FieldDefinition {
        properties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(properties));
        origins = Map.copyOf(origins);
    }

    public Optional<Node> property(String key) {
        return Optional.ofNullable(properties.get(key));
    }

    public Optional<String> text(String key) {
        return property(key).filter(TextNode.class::isInstance).map(node -> ((TextNode) node).value());
    }

    /** A flag; absent means {@code false}, and a text (an expression) too. */
    public boolean flag(String key) {
        return property(key)
                .map(node -> node instanceof FlagNode flag && flag.value())
                .orElse(false);
    }

    public Optional<BigDecimal> number(String key) {
        return property(key).filter(NumberNode.class::isInstance).map(node -> ((NumberNode) node).value());
    }

    public Optional<Integer> integer(String key) {
        return number(key).map(BigDecimal::intValueExact);
    }

    public Optional<MapNode> map(String key) {
        return property(key).filter(MapNode.class::isInstance).map(MapNode.class::cast);
    }

    /** The texts of a list, or of a single text. */
    public List<String> texts(String key) {
        return switch (property(key).orElse(null)) {
            case TextNode text -> List.of(text.value());
            case ListNode list ->
                list.items().stream()
                        .filter(TextNode.class::isInstance)
                        .map(item -> ((TextNode) item).value())
                        .toList();
            case null, default -> List.of();
        };
    }
}
