package io.armature.engine.boot;

import io.armature.engine.boot.ServerOptions.DatabaseAddress;
import io.armature.engine.boot.postgres.EmbeddedPostgres;
import io.armature.engine.identity.FirstAdministrator;
import io.armature.engine.pack.FolderWatch;
import io.armature.engine.pack.PackInstaller;
import io.armature.engine.pack.PackPlanner;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a node until it is told to stop. */
@Command(
        name = "run",
        description = "Runs the server; with no database named, PostgreSQL runs inside.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "Where to listen (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--data", defaultValue = "./data", description = "Where things are kept (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default value
    private Path data;

    @Option(names = "--db", description = "A PostgreSQL database, as a JDBC address; or ARMATURE_DB_URL.")
    private @Nullable String database;

    @Option(names = "--packs", description = "Shipped packs to install, separated by commas, or none.")
    private @Nullable String packs;

    @Option(names = "--demo", description = "Load the packs' demonstration data.")
    private boolean demo;

    @Option(names = "--watch", description = "A pack's folder: what is saved there is live at once.")
    private List<Path> watched = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        ServerOptions options = options();
        Optional<EmbeddedPostgres> embedded = options.database().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedPostgres.start(options.data().resolve("postgres")));
        DatabaseAddress address =
                options.database().or(() -> embedded.map(RunCommand::address)).orElseThrow();
        Server server = start(options, address, embedded);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ServerFile.delete(options.data());
            server.close();
            embedded.ifPresent(EmbeddedPostgres::close);
            stopped.countDown();
        }));
        announce(server);
        watch(options, server);
        SpareMemory memory = new SpareMemory();
        while (!stopped.await(BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS)) {
            memory.look();
        }
        return 0;
    }

    private static Server start(ServerOptions options, DatabaseAddress address, Optional<EmbeddedPostgres> embedded) {
        try {
            return Server.start(options, address);
        } catch (RuntimeException failed) {
            embedded.ifPresent(EmbeddedPostgres::close);
            throw StartFailures.explain(failed, options);
        }
    }

    private void watch(ServerOptions options, Server server) {
        PrintWriter out = spec.commandLine().getOut();
        Tenant main = server.beans().getBean(Tenants.class).named(Tenant.MAIN).orElseThrow();
        PackPlanner planner = server.beans().getBean(PackPlanner.class);
        PackInstaller installer = server.beans().getBean(PackInstaller.class);
        for (Path folder : options.watched()) {
            new FolderWatch(folder, main, planner, installer, line -> {
                        out.println(line);
                        out.flush();
                    })
                    .start();
        }
    }

    private void announce(Server server) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Armature is ready at " + server.address());
        server.madePassword()
                .ifPresent(password ->
                        out.println("Sign in as " + FirstAdministrator.USERNAME + " with the password " + password));
        out.flush();
    }

    private ServerOptions options() {
        Optional<String> url = Optional.ofNullable(database).or(() -> variable("ARMATURE_DB_URL"));
        return new ServerOptions(
                port,
                data.toAbsolutePath().normalize(),
                url.map(text ->
                        new DatabaseAddress(text, variable("ARMATURE_DB_USER"), variable("ARMATURE_DB_PASSWORD"))),
                Optional.ofNullable(packs).map(RunCommand::names),
                demo,
                watched,
                variable("ARMATURE_ADMIN_PASSWORD"));
    }

    private static List<String> names(String packs) {
        return packs.equals("none") ? List.of() : Arrays.asList(packs.split(","));
    }

    private static DatabaseAddress address(EmbeddedPostgres postgres) {
        return new DatabaseAddress(
                postgres.url(), Optional.of(EmbeddedPostgres.USER), Optional.of(postgres.password()));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
    }
}
