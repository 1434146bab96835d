package io.armature.bench.run;

import io.armature.bench.data.DataSet;
import io.armature.bench.load.LoadGenerator;
import io.armature.bench.operation.Operation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the benchmark. */
@Command(
        name = "armature bench",
        description = "Measures the engine against a service written by hand for the same tables.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    private static final int MILLISECONDS = 1000;

    private final Commands commands;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "Only these of get, list, list-count, keyset, offset, create, update, stats, search.")
    private @Nullable List<String> names;

    @Option(names = "--scale", defaultValue = "1", description = "Size of the data: 1 is a million invoices.")
    private double scale;

    @Option(names = "--seconds", defaultValue = "5", description = "Length of each run (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "4", description = "Seconds before the runs (${DEFAULT-VALUE}).")
    private double warmUp;

    @Option(names = "--rounds", defaultValue = "3", description = "Of which the medians count (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "1,16,64",
            description = "How many requests at a time (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default value
    private List<Integer> connections;

    @Option(names = "--out", defaultValue = "bench.json", description = "Where the results go (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default value
    private Path results;

    @Option(names = "--keep", paramLabel = "DIR", description = "Keeps the loaded data there, and uses it again.")
    private @Nullable Path kept;

    @Option(names = "--floor-only", description = "Leaves the engine out.")
    private boolean floorOnly;

    BenchCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Settings settings = settings();
        LoadGenerator generator = LoadGenerator.best();
        PrintWriter progress = spec.commandLine().getErr();
        Results measured = new Benchmark(settings, commands, generator, progress).run();
        new ResultFile(settings, generator.name(), measured, Instant.now()).write(results);
        new Table(measured, spec.commandLine().getOut()).print(settings);
        return 0;
    }

    private Settings settings() {
        return new Settings(
                DataSet.ofScale(scale),
                operations(),
                connections,
                duration(seconds),
                duration(warmUp),
                rounds,
                Optional.ofNullable(kept).map(Path::toAbsolutePath),
                floorOnly);
    }

    private List<Operation> operations() {
        return Arrays.stream(Operation.values())
                .filter(operation -> names == null || names.contains(operation.text()))
                .toList();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) (seconds * MILLISECONDS));
    }
}
