package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.current.RequestContext;
import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.foreign.bpmn.BpmnImport;
import io.armature.metadata.foreign.bpmn.BpmnReader;
import io.armature.metadata.foreign.bpmn.BpmnWriter;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Suggestion;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workflows as BPMN 2.0. */
@Controller("/api/meta/workflows")
public final class WorkflowMetaController {

    private final Access access;

    public WorkflowMetaController(Access access) {
        this.access = access;
    }

    /** A workflow of a pack, for whoever may read the entity. */
    @Get("/{name}/bpmn")
    public HttpResponse<String> write(RequestContext context, String name) {
        Map<String, Definition> known = context.model().definitions(Kind.WORKFLOW);
        if (!(known.get(name) instanceof WorkflowDefinition workflow)) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.NOT_FOUND, "", name, Suggestion.question(name, known.keySet())));
        }
        String entity = workflow.origin().fullName(workflow.entity());
        context.model().entity(entity).ifPresent(of -> access.requireRead(context, of));
        return HttpResponse.ok(BpmnWriter.write(workflow)).contentType(MediaType.APPLICATION_XML_TYPE);
    }

    /** What a BPMN file would be as a workflow; nothing is installed. */
    @Post("/bpmn")
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    public ObjectNode read(
            RequestContext context,
            @Body String xml,
            @QueryValue @Nullable String entity,
            @QueryValue @Nullable String field) {
        BpmnImport read = BpmnReader.read(xml, Optional.ofNullable(entity), Optional.ofNullable(field));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", read.name());
        json.set("definition", read.definition());
        json.put("yaml", read.yaml());
        ArrayNode unmapped = json.putArray("unmapped");
        read.unmapped().forEach(unmapped::add);
        return json;
    }
}
