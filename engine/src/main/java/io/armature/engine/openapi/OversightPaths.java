package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Describes how rights are explained, changed and lent, how the trail is verified, and workflows as BPMN. */
final class OversightPaths {

    private static final String ACCESS = "Access";
    private static final String AUDIT = "Trail";
    private static final String WORKFLOWS = "Workflows";
    private static final String JSON = "application/json";
    private static final String XML = "application/xml";

    private OversightPaths() {}

    static void add(ObjectNode paths) {
        access(paths);
        delegations(paths);
        trail(paths);
        workflows(paths);
    }

    private static void access(ObjectNode paths) {
        ObjectNode explain = begin(paths, "/api/access/explain", "get", "explainAccess", "Why a user may or may not");
        query(explain, "entity", false, Schemas.text("").put("description", "Or one of action, page, menu"));
        query(explain, "action", false, Schemas.text(""));
        query(explain, "page", false, Schemas.text(""));
        query(explain, "menu", false, Schemas.text(""));
        query(explain, "id", false, Schemas.text("uuid"));
        query(explain, "user", false, Schemas.text(""));
        told(explain, Schemas.object());
        ObjectNode who = begin(paths, "/api/access/who", "get", "whoMay", "Who else sees a record");
        query(who, "entity", true, Schemas.text(""));
        query(who, "id", true, Schemas.text("uuid"));
        told(who, Schemas.object());
        ObjectNode diff = begin(paths, "/api/access/diff", "post", "compareRoles", "What changed roles would change");
        FixedOperation.body(diff, JSON, of("roles", Schemas.object()));
        told(diff, Schemas.object());
        told(
                begin(paths, "/api/access/roles", "get", "listRoles", "All roles"),
                of("data", Schemas.list(Schemas.object())));
        told(role(paths, "get", "readRole", "What a role grants"), Schemas.object());
        ObjectNode put = role(paths, "put", "changeRole", "Change what a role grants");
        FixedOperation.body(put, JSON, Schemas.object());
        told(put, Schemas.object());
        ObjectNode reset = role(paths, "delete", "resetRole", "Have a role as its pack has it");
        FixedOperation.end(reset, "It is as its pack has it");
    }

    private static ObjectNode role(ObjectNode paths, String method, String id, String summary) {
        ObjectNode operation = begin(paths, "/api/access/roles/{role}", method, id, summary);
        ((ObjectNode) operation.at("/parameters/0")).set("schema", Schemas.text(""));
        return operation;
    }

    private static void delegations(ObjectNode paths) {
        String path = "/api/access/delegations";
        told(
                begin(paths, path, "get", "listDelegations", "Rights that one lent or was lent"),
                of("data", Schemas.list(delegation())));
        ObjectNode lend = begin(paths, path, "post", "lendRights", "Lend one's rights to somebody until a moment");
        ObjectNode order = delegation();
        ((ObjectNode) order.path("properties")).remove("id");
        order.putArray("required").add("delegate").add("until");
        FixedOperation.body(lend, JSON, order);
        told(lend, of("id", Schemas.text("uuid")));
        FixedOperation.end(
                begin(paths, path + "/{id}", "delete", "endDelegation", "Lend them no more"), "They are lent no more");
    }

    private static ObjectNode delegation() {
        ObjectNode delegation = Schemas.object();
        ObjectNode properties = delegation.putObject("properties");
        List.of("id", "delegator", "delegate").forEach(name -> properties.set(name, Schemas.text("uuid")));
        List.of("since", "until").forEach(name -> properties.set(name, Schemas.text("date-time")));
        properties.set("reason", Schemas.text(""));
        return delegation;
    }

    private static void trail(ObjectNode paths) {
        ObjectNode verify =
                begin(paths, AUDIT, "/api/audit/verify", "get", "verifyTrail", "Look at every row and seal");
        query(verify, "head", false, Schemas.text(""));
        told(verify, of("sound", Schemas.flag(), "trail", Schemas.object()));
        told(
                begin(paths, AUDIT, "/api/audit/seal", "post", "sealTrail", "Seal what is new, now"),
                of("head", Schemas.text("")));
        ObjectNode days = Schemas.object();
        days.set("additionalProperties", Schemas.integer().put("minimum", 1));
        String path = "/api/audit/retention";
        told(begin(paths, AUDIT, path, "get", "readRetention", "For how many days the trail is kept"), days.deepCopy());
        ObjectNode change = begin(paths, AUDIT, path, "put", "changeRetention", "Say for how many days it is kept");
        FixedOperation.body(change, JSON, days.deepCopy());
        told(change, days);
    }

    private static void workflows(ObjectNode paths) {
        ObjectNode write = begin(
                paths, WORKFLOWS, "/api/meta/workflows/{name}/bpmn", "get", "workflowAsBpmn", "A workflow as BPMN 2.0");
        ((ObjectNode) write.at("/parameters/0"))
                .put("description", "With its pack: `crm.opportunity`")
                .set("schema", Schemas.text(""));
        FixedOperation.end(write, "The file");
        write.withObjectProperty("responses")
                .withObjectProperty("2XX")
                .putObject("content")
                .putObject(XML)
                .set("schema", Schemas.text(""));
        ObjectNode read = begin(
                paths,
                WORKFLOWS,
                "/api/meta/workflows/bpmn",
                "post",
                "workflowFromBpmn",
                "What a file of BPMN 2.0 would be as a workflow; nothing is installed");
        query(read, "entity", false, Schemas.text(""));
        query(read, "field", false, Schemas.text(""));
        FixedOperation.body(read, XML, Schemas.text(""));
        told(
                read,
                of(
                        "name",
                        Schemas.text(""),
                        "definition",
                        Schemas.object(),
                        "yaml",
                        Schemas.text(""),
                        "unmapped",
                        Schemas.list(Schemas.text(""))));
    }

    private static ObjectNode begin(ObjectNode paths, String path, String method, String id, String summary) {
        return begin(paths, ACCESS, path, method, id, summary);
    }

    private static ObjectNode begin(
            ObjectNode paths, String tag, String path, String method, String id, String summary) {
        return FixedOperation.begin(paths, path, method, id, summary, tag);
    }

    private static void query(ObjectNode operation, String name, boolean required, ObjectNode schema) {
        FixedOperation.parameter(operation, name, "query")
                .put("required", required)
                .set("schema", schema);
    }

    private static ObjectNode of(Object... members) {
        ObjectNode object = Schemas.object();
        for (int i = 0; i < members.length; i += 2) {
            object.withObjectProperty("properties").set((String) members[i], (ObjectNode) members[i + 1]);
        }
        return object;
    }

    private static void told(ObjectNode operation, ObjectNode answer) {
        String summary = operation.path("summary").asText();
        FixedOperation.end(operation, summary);
        operation
                .withObjectProperty("responses")
                .withObjectProperty("2XX")
                .putObject("content")
                .putObject(JSON)
                .set("schema", answer);
    }
}
