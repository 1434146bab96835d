package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes the stream of events. */
final class EventPaths {

    private static final String TAG = "Events";

    private EventPaths() {}

    static void add(ObjectNode paths) {
        ObjectNode stream = paths.withObjectProperty("/api/stream").putObject("get");
        stream.put("operationId", "stream")
                .put("summary", "What happens to records that the caller may read, as server-sent events")
                .putArray("tags")
                .add(TAG);
        parameter(stream, "events", "query", "Names of events, separated by commas: `crm.customer.*,crm.lead.created`");
        parameter(stream, "Last-Event-ID", "header", "The last event that was heard, to go on behind it");
        ObjectNode responses = stream.putObject("responses");
        responses
                .putObject("200")
                .put("description", "A stream without end")
                .putObject("content")
                .putObject("text/event-stream")
                .set("schema", Schemas.text(""));
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    private static void parameter(ObjectNode operation, String name, String in, String description) {
        operation
                .withArrayProperty("parameters")
                .addObject()
                .put("name", name)
                .put("in", in)
                .put("description", description)
                .set("schema", Schemas.text(""));
    }
}
