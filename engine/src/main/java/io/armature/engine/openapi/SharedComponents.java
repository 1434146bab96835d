package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What all entities share: errors, page, parameters, ways to sign in. */
final class SharedComponents {

    static final String PROBLEM = "Problem";
    static final String PAGE = "Page";
    static final String KEY = "Key";
    static final String HIDDEN = "Hidden";
    static final String MASKED = "Masked";
    static final String BEARER = "bearer";
    static final String COOKIE = "session";

    private SharedComponents() {}

    static void add(ObjectNode components, ObjectNode schemas) {
        schemas.set(
                KEY,
                Schemas.object()
                        .put(
                                "description",
                                "A unique key of the record, such as {\"code\": \"FR\"} or {\"external_id\": \"17\"}.")
                        .put("additionalProperties", true));
        schemas.set(
                HIDDEN,
                Schemas.list(Schemas.text(""))
                        .put("description", "Fields that the reader may not see on this record; they are left out."));
        schemas.set(
                MASKED,
                Schemas.list(Schemas.text(""))
                        .put("description", "Fields of whose values the reader sees a part on this record."));
        ObjectNode responses = components.putObject("responses");
        ObjectNode response = responses.putObject(PROBLEM);
        response.put("description", "What is wrong, and what to do (RFC 9457).");
        response.putObject("content").putObject("application/problem+json").set("schema", Schemas.reference(PROBLEM));
        ListParameters.add(components.putObject("parameters"));
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject(BEARER).put("type", "http").put("scheme", "bearer");
        schemes.putObject(COOKIE).put("type", "apiKey").put("in", "cookie").put("name", "armature_session");
    }
}
