package io.armature.engine.script;

import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.NodeVisitor;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import com.oracle.truffle.js.nodes.access.RegExpLiteralNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds in the tree of a function where syntax copies the properties of a value, <code>{...value}</code> and
 * <code>{...rest} = value</code>, and has {@link BoundedNode} look at the value first. A text has one property for each of its
 * letters, and all are made before anybody can stop it: no function of the language's could be guarded instead, as none is called.
 * Nor is one called where a regular expression stands: those that nobody could stop are replaced.
 */
final class Bounds implements NodeVisitor {

    /** What copies properties, by name: GraalJS keeps these classes to itself. */
    private static final Set<String> COPYING =
            Set.of("ObjectLiteralSpreadMemberNode", "RestObjectNodeGen", "RestObjectWithExcludedNodeGen");

    private final List<JavaScriptNode> values = new ArrayList<>();
    private final Map<RegExpLiteralNode, RefusedNode> refused = new IdentityHashMap<>();

    private Bounds() {}

    /** Once for each tree, before it runs; where they are already, they are not put again. */
    static void putInto(Node tree) {
        Bounds bounds = new Bounds();
        tree.accept(bounds);
        bounds.values.forEach(BoundedNode::putBefore);
        bounds.refused.forEach(Node::replace);
    }

    @Override
    public boolean visit(Node node) {
        if (node instanceof RegExpLiteralNode literal) {
            RefusedNode.of(literal).ifPresent(refusal -> refused.put(literal, refusal));
        }
        if (COPYING.contains(node.getClass().getSimpleName())) {
            for (Node child : node.getChildren()) {
                if (child instanceof JavaScriptNode value && !(value instanceof BoundedNode)) {
                    values.add(value);
                }
            }
        }
        return true;
    }
}
