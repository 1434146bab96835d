package io.armature.engine.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.workflow.Workflows;
import io.armature.metadata.model.Field;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes what screens show of workflows: their states and transitions. What a state freezes or demands becomes a part of
 * the fields' own rules, so that a browser needs to know nothing of workflows to keep them.
 */
final class WorkflowWriter {

    private static final String READ_ONLY = "readOnly";
    private static final String REQUIRED = "required";

    private final Painting painting;
    private final List<Workflow> workflows;

    WorkflowWriter(Painting painting) {
        this.painting = painting;
        this.workflows = Workflows.of(painting.conditions().model()).of(painting.entity()).stream()
                .filter(workflow -> painting.entity().fields().containsKey(workflow.holder()))
                .toList();
    }

    void write(ObjectNode screen) {
        if (workflows.isEmpty()) {
            return;
        }
        ArrayNode all = screen.putArray("workflows");
        workflows.forEach(workflow -> workflow(all.addObject(), workflow));
        ObjectNode fields = screen.withObjectProperty("fields");
        painting.entity().fields().values().forEach(field -> {
            if (fields.get(field.name()) instanceof ObjectNode described) {
                rules(described, field);
            }
        });
    }

    private void workflow(ObjectNode json, Workflow workflow) {
        json.put("name", workflow.name());
        json.put("field", workflow.holder());
        json.put("initial", workflow.initial().name());
        ObjectNode states = json.putObject("states");
        workflow.states().values().forEach(state -> state(states.putObject(state.name()), workflow, state));
        ObjectNode transitions = json.putObject("transitions");
        workflow.transitions().values().forEach(step -> transition(transitions.putObject(step.name()), workflow, step));
    }

    private void state(ObjectNode json, Workflow workflow, State state) {
        json.put("title", text(workflow, state.title()));
        state.color().ifPresent(color -> json.put("color", color));
        json.put("final", state.isFinal());
        names(
                json.putArray(READ_ONLY),
                field -> state.freezes(field) && !field.name().equals(workflow.holder()));
        names(json.putArray(REQUIRED), field -> state.required().contains(field.name()));
    }

    private void names(ArrayNode json, Predicate<Field> which) {
        painting.entity().fields().values().stream()
                .filter(which)
                .map(Field::name)
                .forEach(json::add);
    }

    private void transition(ObjectNode json, Workflow workflow, Transition step) {
        json.put("title", text(workflow, step.title()));
        ArrayNode from = json.putArray("from");
        workflow.states().values().stream()
                .filter(step::leaves)
                .map(State::name)
                .forEach(from::add);
        json.put("to", step.to());
        json.put("comment", step.comment() ? REQUIRED : "optional");
        step.setting("icon").ifPresent(icon -> json.put("icon", icon));
        step.setting("confirm").ifPresent(confirm -> json.put("confirm", text(workflow, confirm)));
    }

    private void rules(ObjectNode described, Field field) {
        if (workflows.stream().anyMatch(workflow -> workflow.holder().equals(field.name()))) {
            described.put(READ_ONLY, true);
            return;
        }
        rule(
                described,
                READ_ONLY,
                field.rules().readOnly().map(rule -> rule.text()).orElse(""),
                state -> state.freezes(field));
        rule(
                described,
                REQUIRED,
                field.rules().required().map(rule -> rule.text()).orElse(""),
                state -> state.required().contains(field.name()));
    }

    private void rule(ObjectNode described, String key, String own, Predicate<State> which) {
        if (described.path(key).isBoolean() && described.path(key).booleanValue()) {
            return;
        }
        String states = workflows.stream()
                .flatMap(workflow -> workflow.states().values().stream()
                        .filter(which)
                        .map(state -> workflow.holder() + " == '" + state.name() + "'"))
                .collect(Collectors.joining(" || "));
        if (!states.isEmpty()) {
            String whole = own.isEmpty() ? states : "(" + own + ") || " + states;
            described.set(key, painting.conditions().of(whole));
        }
    }

    private String text(Workflow workflow, String english) {
        return painting.texts().of(workflow.pack(), english);
    }
}
