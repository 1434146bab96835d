package io.armature.engine.boot;

import io.armature.engine.boot.ServerOptions.DatabaseAddress;
import io.armature.engine.boot.postgres.EmbeddedPostgres;
import io.armature.engine.boot.postgres.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Lives through what every server lives through, in a folder of its own, and ends: start, install, restart, sign in,
 * read, write. The launcher runs it once after a build to learn which classes a quick start needs, and which of their
 * methods are worth compiling at once.
 */
@Command(name = "warm-up", hidden = true, description = "Starts, asks itself a few things for a while, and stops.")
final class WarmUpCommand implements Callable<Integer> {

    private static final String PASSWORD = "warm-up-only";

    @Option(names = "--seconds", description = "How long to read and write.")
    private int seconds = 15;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("armature-warm-up");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            DatabaseAddress address = new DatabaseAddress(
                    postgres.url(), Optional.of(EmbeddedPostgres.USER), Optional.of(postgres.password()));
            serve(folder, address, Duration.ZERO);
            serve(folder, address, Duration.ofSeconds(seconds));
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private static void serve(Path folder, DatabaseAddress address, Duration load)
            throws IOException, InterruptedException {
        ServerOptions options = new ServerOptions(
                0, folder, Optional.empty(), Optional.empty(), false, List.of(), Optional.of(PASSWORD));
        try (Server server = Server.start(options, address);
                WarmUpLoad asked = WarmUpLoad.signIn(server.address(), "admin", PASSWORD)) {
            asked.once();
            asked.repeat(load);
        }
    }
}
