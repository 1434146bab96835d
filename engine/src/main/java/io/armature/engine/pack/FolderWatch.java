package io.armature.engine.pack;

import io.armature.engine.tenant.Tenant;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.read.PackReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps a pack live while its files are edited: what is saved is checked, planned and installed at once, where that
 * takes nothing away. What is wrong is told, and the old model stays. Looks at the files' times instead of waiting for the
 * file system's events, which are late or missing on some systems.
 */
public final class FolderWatch implements AutoCloseable {

    private static final long EVERY_MILLISECONDS = 250;

    private final Path folder;
    private final Tenant tenant;
    private final PackPlanner planner;
    private final PackInstaller installer;
    private final Consumer<String> told;
    private final PackReader reader = new PackReader();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").daemon().factory());
    private String seen = "";

    /** @param told hears what happens, line by line */
    public FolderWatch(
            Path folder, Tenant tenant, PackPlanner planner, PackInstaller installer, Consumer<String> told) {
        this.folder = folder;
        this.tenant = tenant;
        this.planner = planner;
        this.installer = installer;
        this.told = told;
    }

    /** Begins to look. */
    public void start() {
        looking.scheduleWithFixedDelay(this::look, 0, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    private void look() {
        try {
            String now = fingerprint();
            if (!now.equals(seen)) {
                seen = now;
                install();
            }
        } catch (ProblemException refused) {
            refused.problems().forEach(this::tell);
        } catch (RuntimeException failed) {
            told.accept(folder + ": " + failed.getMessage());
        }
    }

    private void install() {
        long started = System.nanoTime();
        PackArchive archive = PackArchive.of(reader.read(folder).files());
        PackPlan plan = planner.plan(tenant, List.of(new PackChange.Install(archive)), false);
        plan.problems().forEach(this::tell);
        if (!plan.blocking().isEmpty() || plan.isEmpty()) {
            return;
        }
        installer.install(plan, false);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        told.accept(folder + ": live after " + took + " ms, "
                + plan.schema().steps().size() + " steps");
    }

    private void tell(Problem problem) {
        told.accept(folder + "/" + problem.position() + ": " + (problem.isError() ? "error " : "warning ")
                + problem.code().id() + ": " + problem.message(Locale.getDefault()) + " "
                + problem.hint(Locale.getDefault()));
    }

    /** Changes with any file's path, size or time. */
    private String fingerprint() {
        try (Stream<Path> paths = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                text.append(path)
                        .append(' ')
                        .append(Files.size(path))
                        .append(' ')
                        .append(Files.getLastModifiedTime(path))
                        .append('\n');
            }
            return text.toString();
        } catch (IOException changing) {
            throw new UncheckedIOException("The files cannot be looked at just now", changing);
        }
    }
}
