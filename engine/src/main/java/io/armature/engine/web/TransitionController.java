package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.LiveModel;
import io.armature.engine.current.RequestContext;
import io.armature.engine.record.Answer;
import io.armature.engine.record.RecordWorkflows;
import io.armature.engine.record.Records;
import io.armature.engine.write.Change;
import io.armature.engine.write.TransitionReader;
import io.armature.engine.write.Written;
import io.armature.metadata.model.Entity;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of records' workflows. */
@Controller("/api/{pack}/{entity}/{id}")
public final class TransitionController {

    private final RecordWorkflows workflows;
    private final Records records;
    private final LiveModel live;
    private final JsonBodies bodies;

    public TransitionController(RecordWorkflows workflows, Records records, LiveModel live, JsonBodies bodies) {
        this.workflows = workflows;
        this.records = records;
        this.live = live;
        this.bodies = bodies;
    }

    /** What the caller may do with a record, and why not. */
    @Get("/transitions")
    public ObjectNode options(RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        UUID record = RecordPaths.id(request, id);
        return live.run(
                context,
                current -> new WorkflowJson(current, workflows.workflows(current))
                        .options(workflows.options(current, EntityPaths.require(current, pack, entity), record)));
    }

    /** Takes a transition. */
    @Post("/transitions/{transition}")
    public HttpResponse<?> take(
            RequestContext context,
            HttpRequest<?> request,
            String pack,
            String entity,
            String id,
            String transition,
            @Body @Nullable String body) {
        UUID record = RecordPaths.id(request, id);
        WritePreferences preferences = WritePreferences.of(request);
        byte[] sent = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        JsonNode json = sent.length == 0 ? JsonNodeFactory.instance.objectNode() : bodies.read(sent);
        Answer answer = live.run(context, current -> {
            Entity moved = EntityPaths.require(current, pack, entity);
            Change.Transition step = new TransitionReader(current.model())
                    .read(moved, record, transition, json.deepCopy(), WritePreferences.version(request));
            return records.take(current, step, preferences.asked(request, moved, WritePreferences.key(request, sent)));
        });
        return answer.written().outcome() == Written.Outcome.CREATED
                ? RecordAnswers.created(preferences, answer, pack, entity)
                : RecordAnswers.changed(preferences, answer);
    }

    /** Where a record stands and how it came there. */
    @Get("/workflow")
    public ObjectNode course(RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        UUID record = RecordPaths.id(request, id);
        return live.run(context, current -> {
            Entity about = EntityPaths.require(current, pack, entity);
            return new WorkflowJson(current, workflows.workflows(current))
                    .course(about, workflows.course(current, about, record));
        });
    }
}
