package io.armature.engine.boot;

import java.io.Console;
import java.util.Optional;

/**
 * How logs are written: as lines for people at a terminal, else as JSON, one object a line, with request, tenant and user.
 * {@code ARMATURE_LOG} says {@code text} or {@code json} where that is not right.
 */
final class LogForm {

    private LogForm() {}

    /** Must come before anything is logged. */
    static void choose() {
        boolean text = Optional.ofNullable(System.getenv("ARMATURE_LOG"))
                .map("text"::equals)
                .orElseGet(LogForm::isTerminal);
        if (!text && System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "logback-json.xml");
        }
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
