package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.util.Optional;

/** YAML or JSON files to positioned trees. */
public final class NodeReader {

    private NodeReader() {}

    /**
     * The tree of a file, whose ending tells whether it is JSON.
     *
     * @param problems receives what is wrong with the text
     * @return nothing when the text cannot be read or is empty
     */
    public static Optional<Node> read(String file, byte[] bytes, Problems problems) {
        return FileText.decode(file, bytes, problems)
                .flatMap(text -> file.endsWith(".json")
                        ? JsonReader.read(file, text, problems)
                        : YamlReader.read(file, text, problems));
    }

    /** The mapping that a definition's file holds; anything else is a problem. */
    static Optional<MapNode> readMap(String file, byte[] bytes, Problems problems) {
        int before = problems.sorted().size();
        Optional<Node> root = read(file, bytes, problems);
        if (root.isPresent() && root.get() instanceof MapNode map) {
            return Optional.of(map);
        }
        if (problems.sorted().size() == before) {
            Position place = root.map(Node::position).orElse(new Position(file, 1, 1));
            problems.add(Problem.error(ProblemCode.WRONG_SHAPE, place, "", "mapping", ""));
        }
        return Optional.empty();
    }
}
