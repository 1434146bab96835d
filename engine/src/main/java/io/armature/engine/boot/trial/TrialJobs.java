package io.armature.engine.boot.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;

/** Runs jobs of a pack as an administrator does, and tells what came of it. */
final class TrialJobs {

    private static final JsonMapper JSON = new JsonMapper();

    private final TrialTenant tenant;
    private final TrialBench bench;
    private final String administrator;

    TrialJobs(TrialTenant tenant, TrialBench bench, String administrator) {
        this.tenant = tenant;
        this.bench = bench;
        this.administrator = administrator;
    }

    /**
     * The run, once it is over or waits for its next attempt.
     *
     * @param job with its pack
     * @throws IllegalStateException when there is no such job
     */
    JsonNode run(String job, JsonNode with) {
        JsonNode found = call("GET", "/api/sys/job?fields=id&filter=name == '" + job + "'", Optional.empty());
        String id = found.path("data").path(0).path("id").asText();
        if (id.isEmpty()) {
            throw new IllegalStateException("There is no job " + job);
        }
        JsonNode run = call("POST", "/api/sys/job/" + id + "/run", Optional.of(with));
        bench.settle(tenant.name());
        return call("GET", "/api/sys/run/" + run.path("run").asText(), Optional.empty());
    }

    static boolean isDone(JsonNode run) {
        return run.path("status").asText().equals("done");
    }

    /** Why it is not done. */
    static String failure(JsonNode run) {
        return run.path("status").asText() + ": " + run.path("error").asText("");
    }

    /** What its function returned, or what its action said. */
    static JsonNode returned(JsonNode run) {
        String output = run.path("output").asText("").strip();
        try {
            return output.isEmpty() ? NullNode.instance : JSON.readTree(output);
        } catch (JsonProcessingException words) {
            return TextNode.valueOf(output);
        }
    }

    private JsonNode call(String method, String address, Optional<JsonNode> body) {
        TrialAnswer answer = tenant.caller().call(administrator, method, address, Map.of(), body);
        if (!answer.isSuccess()) {
            throw new IllegalStateException(method + " " + address + ": " + answer.text());
        }
        return answer.body();
    }
}
