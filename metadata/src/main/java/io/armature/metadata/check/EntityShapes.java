package io.armature.metadata.check;

import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;

/** An entity is abstract, single, a document or virtual: one of them at most. */
final class EntityShapes implements Check {

    private static final List<String> SHAPES = List.of("abstract", "single", "document", "virtual");

    @Override
    public void check(Scene scene) {
        scene.each(EntityDefinition.class, entity -> {
            List<String> chosen = SHAPES.stream()
                    .filter(shape -> entity.source()
                            .get(shape)
                            .filter(node -> node instanceof FlagNode flag && flag.value())
                            .isPresent())
                    .toList();
            if (chosen.size() > 1) {
                scene.add(Problem.error(
                        ProblemCode.EXCLUDE_EACH_OTHER,
                        entity.source().keyPosition(chosen.get(1)),
                        chosen.get(1),
                        chosen.get(0),
                        chosen.get(1)));
            }
        });
    }
}
