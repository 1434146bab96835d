package io.armature.metadata.diff;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.problem.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Merges two descendants of one tree, property by property: what only one side changed is taken, what both changed alike
 * is taken, what both changed differently is a {@link Conflict}, in which ours stands until somebody decides.
 */
public final class ThreeWayMerge {

    private final Map<String, Decision> decisions;
    private final List<Conflict> conflicts = new ArrayList<>();

    private ThreeWayMerge(Map<String, Decision> decisions) {
        this.decisions = decisions;
    }

    /**
     * What came of a merge.
     *
     * @param tree with ours where there is a conflict
     * @param conflicts those that no decision settles
     */
    public record Result(MapNode tree, List<Conflict> conflicts) {
        public Result {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * Merges.
     *
     * @param decisions how conflicts were settled before, by path
     */
    public static Result merge(MapNode base, MapNode ours, MapNode theirs, Map<String, Decision> decisions) {
        ThreeWayMerge merge = new ThreeWayMerge(decisions);
        MapNode tree = merge.maps("", base, ours, theirs);
        return new Result(tree, merge.conflicts);
    }

    private Optional<Node> value(String path, Optional<Node> base, Optional<Node> ours, Optional<Node> theirs) {
        if (Nodes.same(ours, theirs) || Nodes.same(base, theirs)) {
            return ours;
        }
        if (Nodes.same(base, ours)) {
            return theirs;
        }
        if (ours.isPresent() && theirs.isPresent()) {
            Optional<Node> inside = inside(path, base, ours.get(), theirs.get());
            if (inside.isPresent()) {
                return inside;
            }
        }
        return settle(new Conflict(path, base, ours, theirs));
    }

    /** Mappings and lists of named items are merged inside; when new on both sides, as if they had been empty. */
    private Optional<Node> inside(String path, Optional<Node> base, Node ours, Node theirs) {
        if (ours instanceof MapNode left && theirs instanceof MapNode right) {
            MapNode before = base.orElse(null) instanceof MapNode map ? map : MapNode.of(new LinkedHashMap<>());
            return Optional.of(maps(path, before, left, right));
        }
        if (ours instanceof ListNode left && theirs instanceof ListNode right) {
            ListNode before =
                    base.orElse(null) instanceof ListNode list ? list : new ListNode(ours.position(), List.of());
            return lists(path, before, left, right);
        }
        return Optional.empty();
    }

    private MapNode maps(String path, MapNode base, MapNode ours, MapNode theirs) {
        SequencedMap<String, Node> merged =
                entries(path.isEmpty() ? "" : path + ".", base.entries(), ours.entries(), theirs.entries());
        Map<String, Position> keys = new HashMap<>(theirs.keys());
        keys.putAll(ours.keys());
        keys.keySet().retainAll(merged.keySet());
        return new MapNode(ours.position(), merged, keys);
    }

    private Optional<Node> lists(String path, ListNode base, ListNode ours, ListNode theirs) {
        Optional<SequencedMap<String, Node>> before = KeyedItems.of(base);
        Optional<SequencedMap<String, Node>> left = KeyedItems.of(ours);
        Optional<SequencedMap<String, Node>> right = KeyedItems.of(theirs);
        if (before.isEmpty() || left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        SequencedMap<String, Node> merged = entries(path + "#", before.get(), left.get(), right.get());
        return Optional.of(new ListNode(ours.position(), List.copyOf(merged.values())));
    }

    private SequencedMap<String, Node> entries(
            String prefix,
            SequencedMap<String, Node> base,
            SequencedMap<String, Node> ours,
            SequencedMap<String, Node> theirs) {
        SequencedMap<String, Node> merged = new LinkedHashMap<>();
        for (String key : order(base, ours, theirs)) {
            value(
                            prefix + key,
                            Optional.ofNullable(base.get(key)),
                            Optional.ofNullable(ours.get(key)),
                            Optional.ofNullable(theirs.get(key)))
                    .ifPresent(value -> merged.put(key, value));
        }
        return merged;
    }

    /** The order of the side that changed it, ours before theirs; what is new on the other side behind its neighbour. */
    private static List<String> order(
            SequencedMap<String, Node> base, SequencedMap<String, Node> ours, SequencedMap<String, Node> theirs) {
        boolean weKeptTheOrder = List.copyOf(base.keySet()).equals(List.copyOf(ours.keySet()));
        SequencedMap<String, Node> first = weKeptTheOrder ? theirs : ours;
        SequencedMap<String, Node> second = weKeptTheOrder ? ours : theirs;
        List<String> order = new ArrayList<>(first.keySet());
        String neighbour = "";
        for (String key : second.keySet()) {
            if (!order.contains(key)) {
                order.add(order.indexOf(neighbour) + 1, key);
            }
            neighbour = key;
        }
        return order;
    }

    private Optional<Node> settle(Conflict conflict) {
        Decision decision = decisions.get(conflict.path());
        if (decision != null && decision.settles(conflict)) {
            return decision.value();
        }
        conflicts.add(conflict);
        return conflict.ours();
    }
}
