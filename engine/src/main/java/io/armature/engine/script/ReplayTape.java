package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Answers as was answered then, in that order, and reaches nobody. */
final class ReplayTape implements Tape {

    private final JsonNode passages;
    private final JsonNode refusals;
    private final long sent;
    private int passed;
    private long attempts;

    /** @param recording as {@link RecordingTape#write} has it */
    ReplayTape(JsonNode recording) {
        this.passages = recording.path("passages");
        this.refusals = recording.path("refusals");
        this.sent = recording.path("sql").asLong();
    }

    @Override
    public JsonNode pass(String what, Supplier<JsonNode> work) {
        if (passed == passages.size()) {
            throw new ScriptFault("The recording knows no answer to this: " + what);
        }
        JsonNode passage = passages.path(passed);
        if (!passage.path("what").asText().equals(what)) {
            throw new ScriptFault("The recording answers another question here: "
                    + passage.path("what").asText() + ", and not " + what);
        }
        passed++;
        if (passage.has("refused")) {
            throw new ProblemException(problems(passage.path("refused")));
        }
        if (passage.has("fault")) {
            throw new ScriptFault(passage.path("fault").asText());
        }
        return passage.path("answer");
    }

    @Override
    public void attempt(Runnable work) {
        attempts++;
        for (JsonNode refusal : refusals) {
            if (refusal.path("attempt").asLong() == attempts) {
                throw new ProblemException(problems(refusal.path("problems")));
            }
        }
        work.run();
    }

    @Override
    public long sql(long counted) {
        return passed < passages.size() ? passages.path(passed).path("sql").asLong() : sent;
    }

    private static List<Problem> problems(JsonNode list) {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode one : list) {
            String[] arguments =
                    one.path("arguments").valueStream().map(JsonNode::asText).toArray(String[]::new);
            problems.add(Problem.inValue(
                    code(one.path("code").asText()), one.path("path").asText(), arguments));
        }
        return problems;
    }

    private static ProblemCode code(String id) {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> code.id().equals(id))
                .findFirst()
                .orElse(ProblemCode.SCRIPT_FAILED);
    }
}
