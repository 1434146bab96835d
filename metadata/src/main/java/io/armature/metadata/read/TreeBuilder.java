package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Puts values that arrive one by one together to a tree, however deep, without recursion. */
final class TreeBuilder {

    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Node root;

    TreeBuilder(Problems problems) {
        this.problems = problems;
    }

    /** A mapping or sequence that is not yet complete. */
    private static final class Open {
        private final Position position;
        private final boolean mapping;
        private final SequencedMap<String, Node> entries = new LinkedHashMap<>();
        private final Map<String, Position> keys = new HashMap<>();
        private final List<Node> items = new ArrayList<>();
        private @Nullable String key;

        private Open(Position position, boolean mapping) {
            this.position = position;
            this.mapping = mapping;
        }

        private Node close() {
            return mapping ? new MapNode(position, entries, keys) : new ListNode(position, items);
        }
    }

    /** Whether one more level may begin. */
    boolean mayNest() {
        return open.size() < Limits.DEPTH;
    }

    boolean expectsKey() {
        Open inner = open.peek();
        return inner != null && inner.mapping && inner.key == null;
    }

    void begin(Position position, boolean mapping) {
        open.push(new Open(position, mapping));
    }

    void end() {
        value(open.pop().close());
    }

    void key(String key, Position position) {
        Open inner = open.element();
        inner.key = key;
        if (inner.keys.putIfAbsent(key, position) != null) {
            problems.add(Problem.error(ProblemCode.DUPLICATE_KEY, position, "", key));
        }
    }

    void value(Node node) {
        Open inner = open.peek();
        if (inner == null) {
            root = node;
        } else if (inner.key != null) {
            inner.entries.putIfAbsent(inner.key, node);
            inner.key = null;
        } else {
            inner.items.add(node);
        }
    }

    Optional<Node> root() {
        return Optional.ofNullable(root);
    }
}
