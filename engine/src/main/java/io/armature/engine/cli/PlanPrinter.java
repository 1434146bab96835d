package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A server's plan as a text that a person decides by. */
final class PlanPrinter {

    private static final int MOST_STEPS = 40;

    private PlanPrinter() {}

    static String text(JsonNode plan) {
        List<String> lines = new ArrayList<>();
        if (plan.path("empty").asBoolean()) {
            lines.add("Nothing to do.");
        }
        plan.path("packs").forEach(step -> lines.add(pack(step)));
        for (JsonNode asked : plan.path("consent")) {
            lines.add("  consent     " + asked.asText());
        }
        steps(plan.path("schema").path("steps"), lines);
        for (JsonNode change : plan.path("permissions")) {
            lines.add("  permission  " + change.path("role").asText() + " on "
                    + change.path("entity").asText() + ": " + text(change, "before") + " → " + text(change, "after"));
        }
        plan.path("migrations")
                .forEach(migration ->
                        lines.add("  migration   " + migration.path("pack").asText() + " "
                                + migration.path("name").asText()));
        plan.path("data")
                .properties()
                .forEach(entry -> lines.add("  data        " + entry.getKey() + ": "
                        + entry.getValue().asInt() + " rows"));
        problems(plan.path("problems"), lines);
        return String.join("\n", lines);
    }

    /** What stands in the way comes last, where people look, however many warnings there are. */
    private static void problems(JsonNode problems, List<String> lines) {
        List<String> errors = new ArrayList<>();
        for (JsonNode problem : problems) {
            (problem.path("error").asBoolean() ? errors : lines).add(problem(problem));
        }
        lines.addAll(errors);
        if (!errors.isEmpty()) {
            lines.add(
                    errors.size() == 1
                            ? "One error stands in the way; nothing is changed."
                            : errors.size() + " errors stand in the way; nothing is changed.");
        }
    }

    private static String pack(JsonNode step) {
        String versions = step.has("from") && step.has("to")
                ? step.path("from").asText() + " → " + step.path("to").asText()
                : step.path("from").asText(step.path("to").asText(""));
        String grants = step.has("grants") ? "; its hooks may reach " + step.path("grants") : "";
        return step.path("action").asText() + " " + step.path("pack").asText() + " " + versions + grants;
    }

    /** The safe steps of a large plan are counted, not told one by one. */
    private static void steps(JsonNode steps, List<String> lines) {
        int untold = 0;
        for (JsonNode step : steps) {
            String risk = step.path("risk").asText();
            if (risk.equals("safe") && steps.size() > MOST_STEPS) {
                untold++;
                continue;
            }
            String rows =
                    step.path("rows").asLong() > 0 ? " (" + step.path("rows").asLong() + " rows)" : "";
            lines.add("  " + risk + " ".repeat(Math.max(1, 12 - risk.length()))
                    + step.path("text").asText() + rows);
        }
        if (untold > 0) {
            lines.add("  safe        " + untold + " steps");
        }
    }

    private static String text(JsonNode change, String side) {
        String text = change.path(side).asText("");
        return text.isEmpty() ? "nothing" : text;
    }

    private static String problem(JsonNode problem) {
        String file = problem.path("file").asText("");
        String place = file.isEmpty()
                ? problem.path("path").asText("")
                : file + ":" + problem.path("line").asInt() + ":"
                        + problem.path("column").asInt();
        String severity = problem.path("error").asBoolean() ? "error" : "warning";
        return severity + " " + problem.path("code").asText() + " " + place + ": "
                + problem.path("message").asText() + " " + problem.path("hint").asText("");
    }
}
