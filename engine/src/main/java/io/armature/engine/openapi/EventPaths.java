package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes the stream of events. */
final class EventPaths {

    private static final String TAG = "Events";

    private EventPaths() {}

    static void add(ObjectNode paths) {
        ObjectNode stream = FixedOperation.begin(
                paths,
                "/api/stream",
                "get",
                "stream",
                "What happens to records that the caller may read, as server-sent events",
                TAG);
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
        call(
                paths,
                "/api/sys/webhook/{id}/test",
                "testWebhook",
                "Tell the receiver of an event that did not happen",
                answer("delivery", Schemas.text("uuid"), "status", Schemas.text(""), "response", Schemas.integer()));
        call(
                paths,
                "/api/sys/webhook/{id}/rotate",
                "rotateWebhookSecret",
                "Sign with a new secret, shown this once",
                answer("secret", Schemas.text(""), "previousUntil", Schemas.text("date-time")));
        call(
                paths,
                "/api/sys/webhook/{id}/replay",
                "replayFailed",
                "Send again what the receiver did not take",
                answer("deliveries", Schemas.integer()));
        call(
                paths,
                "/api/sys/delivery/{id}/replay",
                "replayDelivery",
                "Send a delivery again",
                answer("delivery", Schemas.text("uuid")));
        told(
                FixedOperation.begin(
                        paths,
                        "/api/sys/approval/mine",
                        "get",
                        "listMyApprovals",
                        "What waits for the caller's word",
                        TAG),
                "What waits for the caller's word",
                WorkflowSchemas.approvals());
        ObjectNode run =
                call(paths, "/api/sys/job/{id}/run", "runJob", "Run a job now", answer("run", Schemas.text("uuid")));
        FixedOperation.body(
                run, "application/json", Schemas.object().put("description", "What it is given beside what it says"));
        call(paths, "/api/sys/job/{id}/pause", "pauseJob", "Let a job rest", answer());
        call(paths, "/api/sys/job/{id}/resume", "resumeJob", "Let a job run by its schedule again", answer());
        call(paths, "/api/sys/run/{id}/cancel", "cancelRun", "Stop a run", answer());
    }

    private static ObjectNode answer(Object... members) {
        ObjectNode answer = Schemas.object();
        for (int i = 0; i < members.length; i += 2) {
            answer.withObjectProperty("properties").set((String) members[i], (ObjectNode) members[i + 1]);
        }
        return answer;
    }

    private static ObjectNode call(ObjectNode paths, String path, String id, String summary, ObjectNode answer) {
        ObjectNode operation = FixedOperation.begin(paths, path, "post", id, summary, TAG);
        told(operation, summary, answer);
        return operation;
    }

    private static void told(ObjectNode operation, String summary, ObjectNode answer) {
        FixedOperation.end(operation, summary);
        if (answer.has("properties")) {
            operation
                    .withObjectProperty("responses")
                    .withObjectProperty("2XX")
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", answer);
        }
    }

    private static void parameter(ObjectNode operation, String name, String in, String description) {
        FixedOperation.parameter(operation, name, in)
                .put("description", description)
                .set("schema", Schemas.text(""));
    }
}
