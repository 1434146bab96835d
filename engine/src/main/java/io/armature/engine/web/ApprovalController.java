package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.record.RecordWorkflows;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Who is asked to agree to transitions. Decisions are made where transitions are taken. */
@Controller("/api")
public final class ApprovalController {

    private final RecordWorkflows workflows;

    public ApprovalController(RecordWorkflows workflows) {
        this.workflows = workflows;
    }

    /** What waits for the caller, also in the name of those who have lent him their rights. */
    @Get("/sys/approval/mine")
    public ObjectNode mine(RequestContext context) {
        return new WorkflowJson(context, workflows.workflows(context)).approvals(workflows.waitingFor(context));
    }

    /** Who is and was asked about a record. */
    @Get("/{pack}/{entity}/{id}/approvals")
    public ObjectNode of(RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        return new WorkflowJson(context, workflows.workflows(context))
                .approvals(workflows.approvals(
                        context, EntityPaths.require(context, pack, entity), RecordPaths.id(request, id)));
    }
}
