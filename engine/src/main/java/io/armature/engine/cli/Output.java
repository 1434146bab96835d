package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where results go: as text for people, or as JSON for programs. */
final class Output {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    boolean isJson() {
        return json;
    }

    /** Prints the JSON, or where people read, the text. */
    void result(JsonNode result, String text) {
        PrintWriter out = command.commandLine().getOut();
        out.println(json ? result.toPrettyString() : text);
        out.flush();
    }

    /** Says how far long work is; not part of the result. */
    void progress(String text) {
        if (!json) {
            PrintWriter err = command.commandLine().getErr();
            err.println(text);
            err.flush();
        }
    }
}
