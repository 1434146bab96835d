package io.armature.metadata.read;

import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Fields as entities and extensions write them: {@code name: { type: text, … }}, or {@code name: text} for short. */
final class FieldParser {

    static final String TYPE = "type";

    private FieldParser() {}

    static SequencedMap<String, FieldDefinition> parse(Entries entries, String key) {
        SequencedMap<String, FieldDefinition> fields = new LinkedHashMap<>();
        Entries parent = entries.inner(key);
        parent.map().entries().forEach((name, node) -> fields.put(name, field(name, node, parent.originOf(name))));
        return fields;
    }

    private static FieldDefinition field(String name, Node node, Origin origin) {
        SequencedMap<String, Node> properties = new LinkedHashMap<>();
        switch (node) {
            case MapNode map -> properties.putAll(map.entries());
            case TextNode type -> properties.put(TYPE, type);
            case ListNode _, NumberNode _, FlagNode _, NullNode _ -> {}
        }
        String type =
                Optional.ofNullable(properties.get(TYPE)).flatMap(Entries::text).orElse("");
        return new FieldDefinition(name, type, properties, origin, Map.of());
    }
}
