package io.armature.metadata.read;

import io.armature.metadata.definition.DataDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.problem.Position;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** {@code data/<entity>.yaml}: records under {@code records}. */
final class DataParser implements DefinitionParser {

    private static final String DEMO = "data/demo/";

    @Override
    public DataDefinition parse(String name, Entries entries) {
        List<DataDefinition.Row> rows = entries.maps("records").stream()
                .map(row -> new DataDefinition.Row(nest(row.map().entries()), row.origin()))
                .toList();
        return new DataDefinition(
                name, entries.origin(), entity(name, entries.origin()), isDemo(entries.origin()), rows, entries.map());
    }

    /** The entity that a file of this name holds: the pack's own, unless the name says whose. */
    static String entity(String name, Origin origin) {
        return name.contains(".") ? name : origin.pack() + "." + name;
    }

    static boolean isDemo(Origin origin) {
        return origin.position().file().startsWith(DEMO);
    }

    /** {@code country.code: FR} says the same as {@code country: { code: FR }}. */
    static SequencedMap<String, Node> nest(SequencedMap<String, Node> flat) {
        SequencedMap<String, Node> nested = new LinkedHashMap<>();
        flat.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                nested.put(key, value);
            } else {
                nested.merge(key.substring(0, dot), single(key.substring(dot + 1), value), DataParser::join);
            }
        });
        return nested;
    }

    private static MapNode single(String key, Node value) {
        SequencedMap<String, Node> entry = new LinkedHashMap<>();
        entry.put(key, value);
        return new MapNode(value.position(), entry, Map.of(key, value.position()));
    }

    private static Node join(Node first, Node second) {
        if (!(first instanceof MapNode left) || !(second instanceof MapNode right)) {
            return first;
        }
        SequencedMap<String, Node> entries = new LinkedHashMap<>(left.entries());
        entries.putAll(right.entries());
        Map<String, Position> keys = new HashMap<>(left.keys());
        keys.putAll(right.keys());
        return new MapNode(left.position(), entries, keys);
    }
}
