package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Problems as lines that editors can jump to: {@code crm/entities/lead.yaml:3:5: …}. */
final class ProblemPrinter {

    private ProblemPrinter() {}

    /** @param folder that the files stand in; empty for none */
    static String text(Problem problem, String folder) {
        Position position = problem.position();
        String file = folder.isEmpty() ? position.toString() : folder + "/" + position;
        String place = position.equals(Position.NONE) ? placeless(problem, folder) : file;
        String severity = problem.isError() ? "error" : "warning";
        String message = problem.message(Locale.getDefault());
        String hint = problem.hint(Locale.getDefault());
        return place + (place.isEmpty() ? "" : ": ") + severity + " "
                + problem.code().id() + ": " + message + (hint.isEmpty() ? "" : " " + hint);
    }

    /** What stands in no file that was read may have a place all the same: a row of data, an option. */
    private static String placeless(Problem problem, String folder) {
        return folder.isEmpty() ? problem.path() : folder;
    }

    static ArrayNode json(List<Problem> problems) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Problem problem : problems) {
            array.addObject()
                    .put("code", problem.code().id())
                    .put("severity", problem.isError() ? "error" : "warning")
                    .put("file", problem.position().file())
                    .put("line", problem.position().line())
                    .put("column", problem.position().column())
                    .put("path", problem.path())
                    .put("message", problem.message(Locale.getDefault()))
                    .put("hint", problem.hint(Locale.getDefault()));
        }
        return array;
    }

    /** A server's problem document. */
    static String text(JsonNode document) {
        List<String> lines = new ArrayList<>();
        String hint = document.path("hint").asText("");
        lines.add((document.path("code").asText("") + " "
                        + document.path("detail").asText("") + " " + hint)
                .strip());
        for (JsonNode error : document.path("errors")) {
            String file = error.path("file").asText("");
            String place = file.isEmpty()
                    ? error.path("path").asText("")
                    : file + ":" + error.path("line").asInt() + ":"
                            + error.path("column").asInt();
            lines.add("  " + place + ": " + error.path("code").asText() + " "
                    + error.path("message").asText() + " " + error.path("hint").asText(""));
        }
        return String.join("\n", lines);
    }
}
