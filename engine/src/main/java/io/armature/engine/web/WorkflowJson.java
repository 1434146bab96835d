package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.problem.ProblemDocument;
import io.armature.engine.record.RecordWorkflows.Course;
import io.armature.engine.workflow.ApprovalStore.Asked;
import io.armature.engine.workflow.FlowStore.Standing;
import io.armature.engine.workflow.FlowStore.Taken;
import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.workflow.Workflows;
import io.armature.engine.write.TransitionOption;
import io.armature.metadata.model.Entity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Shows workflows to callers, in their language. */
final class WorkflowJson {

    private final RequestContext context;
    private final Workflows workflows;

    WorkflowJson(RequestContext context, Workflows workflows) {
        this.context = context;
        this.workflows = workflows;
    }

    /** What the caller may do, and why not. */
    ObjectNode options(List<TransitionOption> options) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode data = json.putArray("data");
        options.forEach(option -> option(data.addObject(), option));
        return json;
    }

    private void option(ObjectNode json, TransitionOption option) {
        Transition transition = option.transition();
        json.put("name", transition.name());
        json.put("title", option.title());
        json.put("workflow", option.workflow().name());
        json.put("field", option.workflow().holder());
        json.put("from", option.from().name());
        json.put("to", option.to().name());
        json.put("toTitle", option.toTitle());
        json.put("allowed", option.refusals().isEmpty());
        ArrayNode reasons = json.putArray("reasons");
        ProblemDocument.details(option.refusals(), context.locale()).forEach(reasons::addPOJO);
        if (!option.refusals().isEmpty() && reasons.isEmpty()) {
            reasons.addPOJO(ProblemDocument.Detail.of(option.refusals().getFirst(), context.locale()));
        }
        json.put("comment", transition.comment() ? "required" : "optional");
        ArrayNode fields = json.putArray("fields");
        option.fields().forEach(fields::add);
        option.approvals().ifPresent(standing -> {
            ObjectNode approvals = json.putObject("approvals");
            approvals.put("stage", standing.stage());
            approvals.put("needed", standing.needed());
            approvals.put("approved", standing.approved());
            ArrayNode asked = approvals.putArray("asked");
            standing.asked().forEach(one -> asked.add(one.assignee().toString()));
        });
        for (String setting : List.of("icon", "confirm")) {
            transition
                    .setting(setting)
                    .ifPresent(text -> json.put(setting, workflows.text(option.workflow(), context.locale(), text)));
        }
    }

    /** Who is asked to agree, and what they said. */
    ObjectNode approvals(List<Asked> approvals) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode data = json.putArray("data");
        approvals.forEach(asked -> approval(data.addObject(), asked));
        return json;
    }

    private void approval(ObjectNode json, Asked asked) {
        json.put("id", asked.id().toString());
        json.putObject("record")
                .put("entity", asked.entity())
                .put("id", asked.record().toString());
        json.put("label", asked.label());
        json.put("workflow", asked.workflow());
        json.put("transition", asked.transition());
        context.model()
                .entity(asked.entity())
                .flatMap(entity -> workflows.named(entity, asked.workflow()))
                .ifPresent(workflow -> workflow.transition(asked.transition())
                        .ifPresent(transition -> json.put("title", text(workflow, transition.title()))));
        json.put("round", asked.round().toString());
        json.put("stage", asked.stage());
        json.put("assignee", asked.assignee().toString());
        asked.requester().ifPresent(requester -> json.put("requester", requester.toString()));
        json.put("status", asked.status());
        json.put("since", asked.since().toString());
        asked.decidedBy().ifPresent(by -> json.put("decidedBy", by.toString()));
        asked.decidedAt().ifPresent(at -> json.put("decidedAt", at.toString()));
        asked.comment().ifPresent(comment -> json.put("comment", comment));
    }

    /** Where a record stands and how it came there. */
    ObjectNode course(Entity entity, Course course) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode standing = json.putArray("workflows");
        for (Workflow workflow : workflows.of(entity)) {
            Optional.ofNullable(course.standings().get(workflow.name()))
                    .ifPresent(place -> standing(standing.addObject(), workflow, place, course));
        }
        ArrayNode timers = json.putArray("timers");
        course.timers()
                .forEach(timer -> timers.addObject()
                        .put("workflow", timer.workflow())
                        .put("timer", timer.timer())
                        .put("state", timer.state())
                        .put("at", timer.at().toString()));
        ArrayNode history = json.putArray("history");
        course.history().forEach(taken -> taken(history.addObject(), entity, taken));
        return json;
    }

    private void standing(ObjectNode json, Workflow workflow, Standing place, Course course) {
        State state = workflow.state(place.state());
        json.put("workflow", workflow.name());
        json.put("field", workflow.holder());
        json.put("state", place.state());
        json.put("version", place.version());
        json.put("title", text(workflow, state.title()));
        json.put("final", state.isFinal());
        json.put("since", place.since().toString());
        json.put("seconds", Duration.between(place.since(), course.now()).toSeconds());
        place.actor().ifPresent(actor -> json.put("actor", actor.toString()));
    }

    private void taken(ObjectNode json, Entity entity, Taken taken) {
        json.put("workflow", taken.workflow());
        json.put("transition", taken.transition());
        workflows.of(entity).stream()
                .filter(workflow -> workflow.name().equals(taken.workflow()))
                .forEach(workflow -> {
                    workflow.transition(taken.transition())
                            .ifPresent(transition -> json.put("title", text(workflow, transition.title())));
                    json.put("fromTitle", title(workflow, taken.from()));
                    json.put("toTitle", title(workflow, taken.to()));
                });
        json.put("from", taken.from());
        json.put("to", taken.to());
        json.put("at", taken.at().toString());
        taken.actor().ifPresent(actor -> json.put("actor", actor.toString()));
        taken.comment().ifPresent(comment -> json.put("comment", comment));
        taken.seconds().ifPresent(seconds -> json.put("seconds", seconds));
    }

    /** A state of a former version has no title any more. */
    private String title(Workflow workflow, String state) {
        State known = workflow.states().get(state);
        return known == null ? state : text(workflow, known.title());
    }

    private String text(Workflow workflow, String english) {
        return workflows.text(workflow, context.locale(), english);
    }
}
