package io.armature.metadata.check;

import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.State;
import io.armature.metadata.definition.WorkflowDefinition.Transition;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A condition of a transition can hold: it is not false whatever the record, does not want two values of one field at once,
 * and does not want a state that the transition does not leave. What it finds is certain; not all is found.
 */
final class WorkflowGuards implements Check {

    private static final String ANY = "*";

    @Override
    public void check(Scene scene) {
        scene.each(
                WorkflowDefinition.class,
                workflow -> scene.model()
                        .entity(Scene.qualify(workflow.entity(), workflow.origin()))
                        .ifPresent(entity -> workflow.transitions()
                                .values()
                                .forEach(step -> step.when()
                                        .flatMap(when -> tree(scene, entity, when))
                                        .filter(tree -> never(tree, workflow.field(), left(workflow, step)))
                                        .ifPresent(_ -> scene.add(Problem.error(
                                                ProblemCode.GUARD_NEVER,
                                                step.origin().position(),
                                                "transitions." + step.name() + ".when",
                                                step.when().orElseThrow(),
                                                step.name(),
                                                String.join(", ", left(workflow, step))))))));
    }

    private static Optional<Ir> tree(Scene scene, Entity entity, String when) {
        return new ExpressionCompiler()
                .compile(when, entity.fullName(), scene.model(), Optional.of(Scalar.BOOLEAN))
                .result()
                .map(expression -> expression.tree());
    }

    private static Set<String> left(WorkflowDefinition workflow, Transition step) {
        return step.from().contains(ANY)
                ? workflow.states().values().stream()
                        .filter(state -> !state.isFinal())
                        .map(State::name)
                        .collect(Collectors.toSet())
                : Set.copyOf(step.from());
    }

    private static boolean never(Ir tree, String field, Set<String> left) {
        List<Ir> parts = new ArrayList<>();
        conjuncts(tree, parts);
        Map<List<String>, Object> wanted = new HashMap<>();
        for (Ir part : parts) {
            if (part instanceof Ir.Nothing
                    || part instanceof Ir.Literal literal && Boolean.FALSE.equals(literal.value())) {
                return true;
            }
            if (part instanceof Ir.Call call
                    && call.function().equals("equal")
                    && call.arguments().getFirst() instanceof Ir.Path path
                    && path.base() == 0
                    && call.arguments().getLast() instanceof Ir.Literal literal) {
                Object before = wanted.putIfAbsent(path.path(), literal.value());
                boolean twice = before != null && !before.equals(literal.value());
                boolean elsewhere = path.path().equals(List.of(field))
                        && !left.contains(literal.value().toString());
                if (twice || elsewhere) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void conjuncts(Ir tree, List<Ir> parts) {
        if (tree instanceof Ir.Call call && call.function().equals("and")) {
            call.arguments().forEach(argument -> conjuncts(argument, parts));
        } else {
            parts.add(tree);
        }
    }
}
