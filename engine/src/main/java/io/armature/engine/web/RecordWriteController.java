package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.LiveModel;
import io.armature.engine.current.RequestContext;
import io.armature.engine.record.Answer;
import io.armature.engine.record.Asked;
import io.armature.engine.record.Records;
import io.armature.engine.record.Upserts;
import io.armature.engine.write.Change;
import io.armature.engine.write.ChangeReader;
import io.armature.engine.write.Written;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.Optional;
import java.util.UUID;

/** Writing one record. */
@Controller("/api/{pack}/{entity}")
public final class RecordWriteController {

    private final Records records;
    private final Upserts upserts;
    private final LiveModel live;
    private final JsonBodies bodies;

    public RecordWriteController(Records records, Upserts upserts, LiveModel live, JsonBodies bodies) {
        this.records = records;
        this.upserts = upserts;
        this.live = live;
        this.bodies = bodies;
    }

    @Post
    public HttpResponse<?> create(
            RequestContext context, HttpRequest<?> request, String pack, String entity, @Body byte[] body) {
        WritePreferences preferences = WritePreferences.of(request);
        JsonNode json = bodies.read(body);
        Answer answer = live.run(context, current -> {
            Entity made = EntityPaths.require(current, pack, entity);
            return records.create(
                    current, made, json, preferences.asked(request, made, WritePreferences.key(request, body)));
        });
        return RecordAnswers.created(preferences, answer, pack, entity);
    }

    @Patch("/{id}")
    public HttpResponse<?> patch(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id, @Body byte[] body) {
        return update(context, request, pack, entity, RecordPaths.id(request, id), body, false);
    }

    @Put("/{id}")
    public HttpResponse<?> put(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id, @Body byte[] body) {
        return update(context, request, pack, entity, RecordPaths.id(request, id), body, true);
    }

    @Delete("/{id}")
    public HttpResponse<?> delete(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        UUID record = RecordPaths.id(request, id);
        WritePreferences preferences = WritePreferences.of(request);
        Asked asked = new Asked(preferences.options(), Optional.empty(), Optional.empty());
        live.run(context, current -> {
            Entity deleted = EntityPaths.require(current, pack, entity);
            Change change = new Change.Delete(deleted, "", record, WritePreferences.version(request));
            return records.change(current, change, asked);
        });
        return preferences.confirm(HttpResponse.noContent());
    }

    @Post("/{id}/restore")
    public HttpResponse<?> restore(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        Entity restored = EntityPaths.require(context, pack, entity);
        if (!restored.features().softDelete()) {
            throw new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", request.getPath(), ""));
        }
        UUID record = RecordPaths.id(request, id);
        WritePreferences preferences = WritePreferences.of(request);
        Answer answer = live.run(context, current -> {
            Entity now = EntityPaths.require(current, pack, entity);
            Change change = new Change.Restore(now, "", record, WritePreferences.version(request));
            return records.change(current, change, preferences.asked(request, now, Optional.empty()));
        });
        return RecordAnswers.changed(preferences, answer);
    }

    @Put("/by/external_id/{key}")
    public HttpResponse<?> upsert(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String key, @Body byte[] body) {
        WritePreferences preferences = WritePreferences.of(request);
        if (!(bodies.read(body) instanceof ObjectNode json)) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_VALUE, "", "an object", "{…}"));
        }
        Answer answer = live.run(context, current -> {
            Entity kept = EntityPaths.require(current, pack, entity);
            return upserts.put(current, kept, key, json, preferences.asked(request, kept, Optional.empty()));
        });
        return answer.written().outcome() == Written.Outcome.CREATED
                ? RecordAnswers.created(preferences, answer, pack, entity)
                : RecordAnswers.changed(preferences, answer);
    }

    private HttpResponse<?> update(
            RequestContext context,
            HttpRequest<?> request,
            String pack,
            String entity,
            UUID id,
            byte[] body,
            boolean whole) {
        JsonNode json = bodies.read(body);
        WritePreferences preferences = WritePreferences.of(request);
        Answer answer = live.run(context, current -> {
            Entity changed = EntityPaths.require(current, pack, entity);
            Change change = change(current, request, changed, id, json, whole);
            return records.change(current, change, preferences.asked(request, changed, Optional.empty()));
        });
        return RecordAnswers.changed(preferences, answer);
    }

    private static Change change(
            RequestContext context, HttpRequest<?> request, Entity entity, UUID id, JsonNode json, boolean whole) {
        ChangeReader reader = new ChangeReader(context.model(), false);
        Change.Update read = reader.update(entity, id, json, "", whole);
        reader.finish();
        return new Change.Update(
                entity, "", id, WritePreferences.version(request).or(read::version), whole, read.content());
    }
}
