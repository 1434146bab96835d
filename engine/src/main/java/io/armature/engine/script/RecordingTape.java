package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes down what passes: references only, so that a call that does not fail pays next to nothing. */
final class RecordingTape implements Tape {

    /** Records read and thousands of characters received that are kept; more is no longer a case to look at. */
    private static final long MOST = 5_000;

    private static final int CHARACTERS_A_UNIT = 1_000;
    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    private final List<Passage> passages = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long attempts;
    private long sent;
    private long kept;

    private record Passage(String what, JsonNode answer, List<Problem> refused, String fault, long sql) {}

    private record Refusal(long attempt, List<Problem> problems) {}

    @Override
    public JsonNode pass(String what, Supplier<JsonNode> work) {
        try {
            JsonNode answer = work.get();
            keep(new Passage(what, answer, List.of(), "", sent));
            return answer;
        } catch (ProblemException refused) {
            keep(new Passage(what, NullNode.instance, refused.problems(), "", sent));
            throw refused;
        } catch (ScriptFault fault) {
            keep(new Passage(what, NullNode.instance, List.of(), String.valueOf(fault.getMessage()), sent));
            throw fault;
        }
    }

    private void keep(Passage passage) {
        kept += 1
                + passage.answer().path("data").size()
                + passage.answer().path("text").asText("").length() / CHARACTERS_A_UNIT;
        if (isWhole()) {
            passages.add(passage);
        }
    }

    @Override
    public void attempt(Runnable work) {
        attempts++;
        try {
            work.run();
        } catch (ProblemException refused) {
            refusals.add(new Refusal(attempts, refused.problems()));
            throw refused;
        }
    }

    @Override
    public long sql(long counted) {
        sent = counted;
        return counted;
    }

    /** Whether all that passed is there. */
    boolean isWhole() {
        return kept <= MOST;
    }

    /** @param secrets takes away what nobody should read */
    void write(ObjectNode json, Secrets secrets) {
        json.put("whole", isWhole()).put("sql", sent);
        ArrayNode all = json.putArray("passages");
        for (Passage passage : passages) {
            ObjectNode one = all.addObject().put("what", passage.what()).put("sql", passage.sql());
            if (!passage.refused().isEmpty()) {
                one.set("refused", problems(passage.refused()));
            } else if (!passage.fault().isEmpty()) {
                one.put("fault", passage.fault());
            } else {
                one.set("answer", secrets.without(passage.answer()));
            }
        }
        ArrayNode refused = json.putArray("refusals");
        refusals.forEach(refusal ->
                refused.addObject().put("attempt", refusal.attempt()).set("problems", problems(refusal.problems())));
    }

    private static ArrayNode problems(List<Problem> problems) {
        ArrayNode list = JSON.arrayNode();
        for (Problem problem : problems) {
            ArrayNode arguments = list.addObject()
                    .put("code", problem.code().id())
                    .put("path", problem.path())
                    .putArray("arguments");
            problem.arguments().forEach(arguments::add);
        }
        return list;
    }
}
