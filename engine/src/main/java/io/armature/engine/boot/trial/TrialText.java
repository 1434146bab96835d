package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.problem.Position;
import java.util.List;

/** How tests went, for people and for programs. */
public final class TrialText {

    private TrialText() {}

    /** A line that holds, or the lines that say what does not. */
    public static String of(TrialOutcome outcome) {
        String file = outcome.pack() + "/" + outcome.place().file();
        String head = outcome.holds() ? "ok    " : "FAIL  ";
        StringBuilder text = new StringBuilder(head)
                .append(file)
                .append("  ")
                .append(outcome.title())
                .append("  (")
                .append(outcome.time().toMillis())
                .append(" ms)");
        outcome.failure().ifPresent(failure -> {
            text.append("\n  ")
                    .append(place(outcome.pack(), failure.place()))
                    .append(": ")
                    .append(failure.step());
            failure.differences().forEach(difference -> text.append("\n    ").append(words(difference)));
            if (!failure.answer().isEmpty()) {
                text.append("\n    the answer: ").append(failure.answer());
            }
        });
        return text.toString();
    }

    /** What went wrong before anything could be compared says it in words of its own. */
    private static String words(TrialFailure.Difference difference) {
        return difference.path().isEmpty()
                ? difference.actual()
                : difference.path() + ": expected " + difference.expected() + ", was " + difference.actual();
    }

    /** The closing line. */
    public static String sum(List<TrialOutcome> outcomes) {
        long holding = outcomes.stream().filter(TrialOutcome::holds).count();
        if (outcomes.isEmpty()) {
            return "There are no tests.";
        }
        return holding == outcomes.size()
                ? "All " + holding + " tests hold."
                : outcomes.size() - holding + " of " + outcomes.size() + " tests do not hold.";
    }

    /** All of it as JSON. */
    public static JsonNode json(List<TrialOutcome> outcomes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("passed", outcomes.stream().allMatch(TrialOutcome::holds));
        for (TrialOutcome outcome : outcomes) {
            ObjectNode each = json.withArray("tests")
                    .addObject()
                    .put("pack", outcome.pack())
                    .put("file", outcome.place().file())
                    .put("title", outcome.title())
                    .put("milliseconds", outcome.time().toMillis())
                    .put("passed", outcome.holds());
            outcome.failure().ifPresent(failure -> failure(each.putObject("failure"), failure));
        }
        return json;
    }

    private static void failure(ObjectNode json, TrialFailure failure) {
        json.put("file", failure.place().file()).put("line", failure.place().line());
        json.put("step", failure.step());
        failure.differences()
                .forEach(difference -> json.withArray("differences")
                        .addObject()
                        .put("path", difference.path())
                        .put("expected", difference.expected())
                        .put("actual", difference.actual()));
        json.put("answer", failure.answer());
    }

    private static String place(String pack, Position position) {
        return pack + "/" + position.file() + ":" + position.line();
    }
}
