package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The addresses for signing in. */
final class AuthenticationPaths {

    static final String TAG = "auth";

    private AuthenticationPaths() {}

    static void add(ObjectNode paths) {
        ObjectNode login = operation(paths, "/api/auth/login", "post", "login", "Sign in");
        login.putArray("security");
        ObjectNode credentials = Schemas.object();
        ObjectNode properties = credentials.putObject("properties");
        properties.set("username", Schemas.text(""));
        properties.set("password", Schemas.text("password"));
        properties.set("otp", Schemas.text(""));
        credentials.putArray("required").add("username").add("password");
        login.putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json")
                .set("schema", credentials);
        ObjectNode tokens = Schemas.object();
        ObjectNode parts = tokens.putObject("properties");
        parts.set("accessToken", Schemas.text(""));
        parts.set("refreshToken", Schemas.text(""));
        parts.set("user", Schemas.object().put("additionalProperties", true));
        tokens.putArray("required").add("accessToken").add("refreshToken").add("user");
        respond(login, "200", tokens);
        ObjectNode me = operation(paths, "/api/auth/me", "get", "me", "Who is signed in");
        respond(me, "200", Schemas.object().put("additionalProperties", true));
        ObjectNode logout = operation(paths, "/api/auth/logout", "post", "logout", "Sign out");
        logout.withObjectProperty("responses").putObject("204").put("description", "Signed out.");
        AccountPaths.add(paths);
    }

    private static ObjectNode operation(ObjectNode paths, String path, String method, String id, String summary) {
        ObjectNode operation = paths.putObject(path).putObject(method);
        operation
                .put("operationId", id)
                .put("summary", summary)
                .putArray("tags")
                .add(TAG);
        operation.putObject("responses").putObject("default").put("$ref", "#/components/responses/Problem");
        return operation;
    }

    private static void respond(ObjectNode operation, String status, ObjectNode schema) {
        ObjectNode response = operation.withObjectProperty("responses").putObject(status);
        response.put("description", operation.path("summary").asText());
        response.putObject("content").putObject("application/json").set("schema", schema);
    }
}
