package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.script.Action;
import java.util.List;

/** The addresses of custom endpoints. */
final class ActionPaths {

    private ActionPaths() {}

    static void add(ObjectNode paths, List<Action> actions) {
        actions.forEach(action -> add(paths, action));
    }

    private static void add(ObjectNode paths, Action action) {
        ObjectNode operation = paths.putObject("/api/" + action.pack() + "/actions/" + action.name())
                .putObject("post");
        operation
                .put("operationId", "action_" + action.pack() + "_" + action.name())
                .put("summary", action.title())
                .putArray("tags")
                .add(action.pack() + " actions");
        ListParameters.reference(operation.putArray("parameters"), "prefer");
        Action.schema(
                operation
                        .putObject("requestBody")
                        .putObject("content")
                        .putObject("application/json")
                        .putObject("schema"),
                action.parameters());
        ObjectNode responses = operation.putObject("responses");
        ObjectNode done = responses.putObject("200").put("description", "What it answers.");
        if (action.result().isPresent()) {
            Action.schema(
                    done.putObject("content").putObject("application/json").putObject("schema"), action.result());
        } else {
            done.putObject("content").putObject("application/json").putObject("schema");
        }
        responses.putObject("204").put("description", "Done; there is nothing to tell.");
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }
}
