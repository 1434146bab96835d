package io.armature.metadata.check;

import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.State;
import io.armature.metadata.definition.WorkflowDefinition.Transition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.Options;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What workflows name exists, and their expressions fit. */
final class WorkflowRules implements Check {

    private static final Set<String> NOBODY_SPECIAL = Set.of("owner", "created_by", "updated_by");
    private static final String ROLE = "role:";
    private static final String ALL = "all";
    private static final Pattern NEED = Pattern.compile("all|any|[1-9]\\d?|([1-9]\\d?|100)%");

    @Override
    public void check(Scene scene) {
        scene.each(
                WorkflowDefinition.class,
                workflow -> scene.entity(workflow.entity(), workflow.origin(), Scene.at(workflow, "entity"), "entity")
                        .ifPresent(entity -> {
                            states(scene, workflow, entity);
                            workflow.transitions().values().forEach(step -> transition(scene, workflow, step, entity));
                            workflow.timers().forEach(timer -> timer(scene, workflow, timer, entity));
                        }));
    }

    /** The states are the options of the field. */
    private static void states(Scene scene, WorkflowDefinition workflow, Entity entity) {
        scene.field(entity, workflow.field(), Scene.at(workflow, "field"), "field");
        Optional<Field> field = entity.field(workflow.field());
        Set<String> options =
                field.map(found -> Options.of(found.definition()).keys()).orElse(Set.of());
        if (field.isPresent() && !field.get().type().name().equals("choice")) {
            scene.add(Problem.error(
                    ProblemCode.NOT_FOR_THIS_TYPE,
                    Scene.at(workflow, "field"),
                    "field",
                    "workflow",
                    field.get().type().name()));
        }
        for (State state : workflow.states().values()) {
            if (!options.isEmpty() && !options.contains(state.name())) {
                scene.unknown("option", state.name(), options, state.origin().position(), "states." + state.name());
            }
            if (!state.readOnly().equals(List.of(ALL))) {
                scene.fields(
                        entity, state.readOnly(), state.origin().position(), "states." + state.name() + ".readOnly");
            }
            required(scene, state, entity);
        }
    }

    /** Rows are counted by a condition of the transition that leads there. */
    private static void required(Scene scene, State state, Entity entity) {
        String path = "states." + state.name() + ".required";
        Position place = state.origin().position();
        scene.fields(entity, state.required(), place, path);
        for (String name : state.required()) {
            entity.field(name)
                    .filter(field -> field.columns().isEmpty())
                    .ifPresent(field -> scene.add(Problem.error(
                            ProblemCode.NOT_FOR_THIS_TYPE,
                            place,
                            path,
                            "required",
                            field.type().name())));
        }
    }

    private static void transition(Scene scene, WorkflowDefinition workflow, Transition step, Entity entity) {
        Position place = step.origin().position();
        String path = "transitions." + step.name();
        scene.roles(step.roles(), workflow.origin(), place, path + ".roles");
        step.when().ifPresent(when -> scene.condition(when, entity, place, path + ".when"));
        notified(scene, workflow, step.notified(), entity, place);
        step.approvals().ifPresent(approvals -> approvals(scene, workflow, step, approvals, entity));
        step.set().forEach((name, value) -> {
            if (scene.field(entity, name, value.position(), path + ".set").isPresent()
                    && value instanceof TextNode text) {
                entity.field(name)
                        .ifPresent(field -> scene.expression(
                                text.value(), entity, field.valueType(), text.position(), path + ".set." + name));
            }
        });
    }

    private static void approvals(
            Scene scene,
            WorkflowDefinition workflow,
            Transition step,
            WorkflowDefinition.Approvals approvals,
            Entity entity) {
        Position place = step.origin().position();
        String path = "transitions." + step.name() + ".approvals";
        notified(scene, workflow, approvals.by(), entity, place);
        if (!NEED.matcher(approvals.need()).matches()) {
            scene.add(Problem.error(ProblemCode.APPROVAL_NEED, place, path + ".need", approvals.need()));
        }
        Set<String> leaving = workflow.transitions().values().stream()
                .filter(other -> other != step && !Collections.disjoint(other.from(), step.from()))
                .map(Transition::name)
                .collect(Collectors.toSet());
        Stream.concat(approvals.rejected().stream(), approvals.returned().stream())
                .filter(name -> !leaving.contains(name))
                .forEach(name -> scene.unknown("transition", name, leaving, place, path));
    }

    private static void timer(Scene scene, WorkflowDefinition workflow, WorkflowDefinition.Timer timer, Entity entity) {
        Position place = timer.origin().position();
        timer.when().ifPresent(when -> scene.condition(when, entity, place, "timers.when"));
        notified(scene, workflow, timer.notified(), entity, place);
    }

    private static void notified(
            Scene scene, WorkflowDefinition workflow, List<String> notified, Entity entity, Position place) {
        for (String who : notified) {
            if (who.startsWith(ROLE)) {
                scene.roles(List.of(who.substring(ROLE.length())), workflow.origin(), place, "notify");
            } else if (!NOBODY_SPECIAL.contains(who)) {
                scene.field(entity, who, place, "notify");
            }
        }
    }
}
