package io.armature.engine.script;

import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.NodeVisitor;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds in the tree of a function where syntax copies the properties of a value, <code>{...value}</code> and
 * <code>{...rest} = value</code>, and has {@link BoundedNode} look at the value first. A text has one property for each of its
 * letters, and all are made before anybody can stop it: no function of the language's could be guarded instead, as none is called.
 */
final class Bounds implements NodeVisitor {

    /** What copies properties, by name: GraalJS keeps these classes to itself. */
    private static final Set<String> COPYING =
            Set.of("ObjectLiteralSpreadMemberNode", "RestObjectNodeGen", "RestObjectWithExcludedNodeGen");

    private final List<JavaScriptNode> values = new ArrayList<>();

    private Bounds() {}

    /** Once for each tree, before it runs; where they are already, they are not put again. */
    static void putInto(Node tree) {
        Bounds bounds = new Bounds();
        tree.accept(bounds);
        bounds.values.forEach(BoundedNode::putBefore);
    }

    @Override
    public boolean visit(Node node) {
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
