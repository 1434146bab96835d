package io.armature.engine.boot.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's programs. They refuse to run as root, so for root they run in a user namespace of their own, where
 * the same files belong to a user who is not.
 */
final class Commands {

    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    private final Path programs;
    private final List<String> prefix;

    Commands(Path programs) {
        this.programs = programs;
        this.prefix = isRoot() ? NAMESPACE : List.of();
    }

    /**
     * Runs a program to its end.
     *
     * @throws IllegalStateException with what it said, when it fails
     */
    void run(Path log, String program, String... arguments) {
        int status = status(log, program, arguments);
        if (status != 0) {
            throw new IllegalStateException(program + " failed with status " + status + ": " + tail(log));
        }
    }

    /** Runs a program to its end; its exit status. What it says goes to the log, so that no pipe stays open. */
    int status(Path log, String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("LC_ALL", "C");
            return builder.start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    String.join(" ", command.subList(0, prefix.size() + 1)) + " cannot be started", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + program, interrupted);
        }
    }

    private static String tail(Path log) {
        try {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - 2000));
        } catch (IOException unreadable) {
            return "see " + log;
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
