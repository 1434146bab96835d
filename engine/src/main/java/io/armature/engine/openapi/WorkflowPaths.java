package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.model.Entity;
import java.util.List;

/** The addresses of an entity's workflows: one for each transition. */
final class WorkflowPaths {

    private final Entity entity;
    private final List<Workflow> workflows;
    private final String base;

    WorkflowPaths(Entity entity, List<Workflow> workflows) {
        this.entity = entity;
        this.workflows = workflows;
        this.base = "/api/" + entity.name().pack() + "/" + entity.name().entity() + "/{id}/";
    }

    void add(ObjectNode paths) {
        if (workflows.isEmpty()) {
            return;
        }
        ObjectNode list = operation(paths.putObject(base + "transitions"), "get", "transitionsOf");
        list.put("summary", "What the caller may do, and why not");
        ListParameters.reference(list.putArray("parameters"), "id");
        answer(list, "The transitions that leave the record's states.", WorkflowSchemas.options());
        ObjectNode course = operation(paths.putObject(base + "workflow"), "get", "workflowOf");
        course.put("summary", "Where a record stands and how it came there");
        ListParameters.reference(course.putArray("parameters"), "id");
        answer(course, "States and history.", WorkflowSchemas.course());
        if (workflows.stream().anyMatch(WorkflowPaths::asks)) {
            ObjectNode approvals = operation(paths.putObject(base + "approvals"), "get", "approvalsOf");
            approvals.put("summary", "Who was asked to agree, and what he said");
            ListParameters.reference(approvals.putArray("parameters"), "id");
            answer(approvals, "Those who were asked, the latest first.", WorkflowSchemas.approvals());
        }
        workflows.forEach(workflow ->
                workflow.transitions().values().forEach(transition -> transition(paths, workflow, transition)));
    }

    private void transition(ObjectNode paths, Workflow workflow, Transition transition) {
        ObjectNode take =
                operation(paths.putObject(base + "transitions/" + transition.name()), "post", transition.name() + "_");
        take.put("summary", transition.title());
        take.put(
                "description",
                "Leads to `" + transition.to() + "`"
                        + (transition.from().isEmpty()
                                ? "."
                                : " from `"
                                        + String.join(
                                                "`, `",
                                                transition.from().stream()
                                                        .sorted()
                                                        .toList()) + "`.")
                        + " Workflow `" + workflow.name() + "`.");
        ArrayNode parameters = take.putArray("parameters");
        List.of("id", "ifMatch", "prefer", "idempotencyKey")
                .forEach(name -> ListParameters.reference(parameters, name));
        ObjectNode body = Schemas.object();
        ObjectNode properties = body.putObject("properties");
        properties.set("comment", Schemas.text(""));
        properties.set("values", Schemas.reference(EntitySchemas.change(entity.fullName())));
        properties.putObject("version").put("type", "integer");
        if (transition.comment()) {
            body.putArray("required").add("comment");
        }
        if (transition.approval().isPresent()) {
            properties
                    .putObject("decision")
                    .put("type", "string")
                    .put("default", "approve")
                    .putArray("enum")
                    .add("approve")
                    .add("reject")
                    .add("return")
                    .add("reassign");
            properties.set("to", Schemas.text("uuid").put("description", "To whom it is passed on"));
            properties.set("of", Schemas.text("uuid").put("description", "In whose place; for administrators"));
            take.withObjectProperty("responses")
                    .putObject("202")
                    .put("description", "What was said is noted; others are still to decide.");
        }
        take.putObject("requestBody")
                .put("required", transition.comment())
                .putObject("content")
                .putObject("application/json")
                .set("schema", body);
        answer(take, "The record in its new state.", Schemas.reference(entity.fullName()));
    }

    private static boolean asks(Workflow workflow) {
        return workflow.transitions().values().stream()
                .anyMatch(transition -> transition.approval().isPresent());
    }

    private ObjectNode operation(ObjectNode path, String method, String verb) {
        ObjectNode operation = path.putObject(method);
        operation.put("operationId", OpenApiDocument.operationId(verb, entity));
        operation.putArray("tags").add(entity.fullName());
        operation.putObject("responses").putObject("default").put("$ref", "#/components/responses/Problem");
        return operation;
    }

    private static void answer(ObjectNode operation, String description, ObjectNode schema) {
        ObjectNode response = operation.withObjectProperty("responses").putObject("200");
        response.put("description", description);
        response.putObject("content").putObject("application/json").set("schema", schema);
    }
}
