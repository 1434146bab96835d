package io.armature.bench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;

/** The entry point: {@code -Darmature.launcher} names what starts the engine; the floor has this class path. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        String launcher = Objects.requireNonNull(System.getProperty("armature.launcher"), "armature.launcher");
        Commands commands = new Commands(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-cp",
                        System.getProperty("java.class.path")),
                List.of(launcher));
        System.exit(new CommandLine(new BenchCommand(commands))
                .setOverwrittenOptionsAllowed(true)
                .execute(arguments));
    }
}
