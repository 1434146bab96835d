package io.armature.metadata.read;

import com.networknt.schema.path.NodePath;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;

/**
 * A place in a tree, by position and by path.
 *
 * @param node the value there
 * @param path such as {@code fields.email.max}
 */
record Place(Node node, Position position, String path) {

    static Place of(Node tree, NodePath location) {
        Node node = tree;
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < location.getNameCount(); i++) {
            Object step = location.getElement(i);
            switch (node) {
                case MapNode map -> {
                    path.append(path.isEmpty() ? "" : ".").append(step);
                    node = map.get(step.toString()).orElse(map);
                }
                case ListNode list -> {
                    path.append('[').append(step).append(']');
                    node = list.items().get(Integer.parseInt(step.toString()));
                }
                case TextNode _, NumberNode _, FlagNode _, NullNode _ -> {}
            }
        }
        return new Place(node, node.position(), path.toString());
    }

    /** The place of a key of the mapping here. */
    Place atKey(String key) {
        Position place = node instanceof MapNode map ? map.keyPosition(key) : position;
        return new Place(node, place, path.isEmpty() ? key : path + "." + key);
    }

    Problem problem(ProblemCode code, String... arguments) {
        return Problem.error(code, position, path, arguments);
    }
}
