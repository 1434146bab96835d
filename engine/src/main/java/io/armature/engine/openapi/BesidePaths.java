package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands beside a record: what people said, who follows, files, shares and prints. */
final class BesidePaths {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";

    private static final List<Call> COMMENTS = List.of(
            new Call("comments", "get", "commentsOf", "What people said", ""),
            new Call("comments", "post", "comment", "Say something; @name tells somebody", JSON),
            new Call("comments/{comment}", "patch", "changeComment", "Say it otherwise", JSON),
            new Call("comments/{comment}", "delete", "deleteComment", "Take back what was said", ""));
    private static final List<Call> FILES = List.of(
            new Call("files", "get", "filesOf", "What is attached", ""),
            new Call("files", "post", "attach", "Attach a file", BYTES),
            new Call("files/{file}", "delete", "detach", "Take a file away", ""));
    private static final List<Call> ALWAYS = List.of(
            new Call("followers", "get", "followersOf", "Who follows", ""),
            new Call("followers/me", "put", "follow", "Hear of what happens to it", ""),
            new Call("followers/me", "delete", "unfollow", "Hear of it no more", ""),
            new Call("shares", "get", "sharesOf", "With whom it is shared", ""),
            new Call("shares", "post", "share", "Share it with a user or a team, until a date", JSON),
            new Call("shares/{share}", "delete", "endShare", "Share it no more", ""),
            new Call("print/{name}", "get", "print", "The record as PDF or HTML", ""));

    private final Entity entity;

    BesidePaths(Entity entity) {
        this.entity = entity;
    }

    /** @param body the media type of what is sent along; empty for nothing */
    private record Call(String tail, String method, String verb, String summary, String body) {}

    void add(ObjectNode paths) {
        List<Call> calls = new ArrayList<>(ALWAYS);
        if (entity.features().comments()) {
            calls.addAll(COMMENTS);
        }
        if (entity.features().attachments()) {
            calls.addAll(FILES);
        }
        calls.forEach(call -> add(paths, call));
    }

    private void add(ObjectNode paths, Call call) {
        String path = "/api/" + entity.name().pack() + "/" + entity.name().entity() + "/{id}/" + call.tail();
        ObjectNode operation = paths.withObjectProperty(path).putObject(call.method());
        operation.put("operationId", OpenApiDocument.operationId(call.verb(), entity));
        operation.put("summary", call.summary());
        operation.putArray("tags").add(entity.fullName());
        ArrayNode parameters = operation.putArray("parameters");
        ListParameters.reference(parameters, "id");
        Matcher places = PLACE.matcher(call.tail());
        while (places.find()) {
            FixedOperation.parameter(operation, places.group(1), "path")
                    .put("required", true)
                    .set("schema", Schemas.text(places.group(1).equals("name") ? "" : "uuid"));
        }
        if (!call.body().isEmpty()) {
            FixedOperation.body(
                    operation, call.body(), call.body().equals(JSON) ? Schemas.object() : Schemas.text("binary"));
        }
        FixedOperation.end(operation, call.summary());
    }
}
