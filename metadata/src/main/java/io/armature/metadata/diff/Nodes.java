package io.armature.metadata.diff;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import java.util.List;
import java.util.Optional;

/** Comparing trees by what they say, wherever it stands. */
final class Nodes {

    private Nodes() {}

    static boolean same(Optional<Node> left, Optional<Node> right) {
        return left.isPresent() == right.isPresent() && (left.isEmpty() || same(left.get(), right.orElseThrow()));
    }

    /** Whether both say the same. The order of a mapping's entries says nothing. */
    static boolean same(Node left, Node right) {
        return switch (left) {
            case MapNode map -> right instanceof MapNode other && sameEntries(map, other);
            case ListNode list -> right instanceof ListNode other && sameItems(list.items(), other.items());
            case TextNode text ->
                right instanceof TextNode other && text.value().equals(other.value());
            case NumberNode number ->
                right instanceof NumberNode other && number.value().compareTo(other.value()) == 0;
            case FlagNode flag -> right instanceof FlagNode other && flag.value() == other.value();
            case NullNode _ -> right instanceof NullNode;
        };
    }

    private static boolean sameEntries(MapNode left, MapNode right) {
        return left.entries().keySet().equals(right.entries().keySet())
                && left.entries().keySet().stream().allMatch(key -> same(left.get(key), right.get(key)));
    }

    private static boolean sameItems(List<Node> left, List<Node> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }
}
