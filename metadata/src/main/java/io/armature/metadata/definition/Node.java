package io.armature.metadata.definition;

import io.armature.metadata.problem.Position;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A value of a definition file that knows where it stands. YAML and JSON give the same tree. */
public sealed interface Node {

    /** Where the value begins. */
    Position position();

    /** A mapping; keys keep the order of the file. */
    record MapNode(Position position, SequencedMap<String, Node> entries, Map<String, Position> keys) implements Node {

        public MapNode {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
            keys = Map.copyOf(keys);
        }

        /** A mapping that stands in no file. */
        public static MapNode of(SequencedMap<String, Node> entries) {
            return new MapNode(Position.NONE, entries, Map.of());
        }

        public Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** Where the key stands, or the mapping when the key is not there. */
        public Position keyPosition(String key) {
            return keys.getOrDefault(key, position);
        }
    }

    /** A sequence. */
    record ListNode(Position position, List<Node> items) implements Node {
        public ListNode {
            items = List.copyOf(items);
        }
    }

    /** A text. */
    record TextNode(Position position, String value) implements Node {}

    /** A number, exact as written. */
    record NumberNode(Position position, BigDecimal value) implements Node {}

    /** True or false. */
    record FlagNode(Position position, boolean value) implements Node {}

    /** An explicit null. */
    record NullNode(Position position) implements Node {}
}
