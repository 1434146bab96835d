package io.armature.bench.run;

import io.armature.bench.data.DataSet;
import io.armature.bench.data.Postgres;
import io.armature.bench.load.Programs;
import io.armature.bench.operation.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL answers when nothing stands before it: pgbench with the hand-written service's statements. */
final class Limit {
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([\\d.]+)");

    private final Postgres postgres;
    private final DataSet data;
    private final Path folder;

    Limit(Postgres postgres, DataSet data, Path folder) {
        this.postgres = postgres;
        this.data = data;
        this.folder = folder;
    }

    static boolean installed() {
        return Programs.onPath("pgbench");
    }

    /** Transactions a second; nothing for operations of which there is no script. */
    OptionalDouble perSecond(Operation operation, int connections, Duration duration) throws IOException {
        Path script = folder.resolve(operation.text() + ".sql");
        try (InputStream source = Limit.class.getResourceAsStream("/pgbench/" + script.getFileName())) {
            if (source == null) {
                return OptionalDouble.empty();
            }
            Files.write(script, source.readAllBytes());
        }
        Matcher result = PER_SECOND.matcher(Programs.output(command(script, connections, duration)));
        if (!result.find()) {
            throw new IOException("pgbench tells no transactions per second");
        }
        return OptionalDouble.of(Double.parseDouble(Objects.requireNonNull(result.group(1))));
    }

    private List<String> command(Path script, int connections, Duration duration) {
        return List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + connections,
                "--jobs=1",
                "--time=" + Math.max(1, duration.toSeconds()),
                "--define=customers=" + data.customers(),
                "--define=invoices=" + data.invoices(),
                "--file=" + script,
                "--host=127.0.0.1",
                "--port=" + postgres.port(),
                "--username=" + Postgres.USER,
                FloorPeer.DATABASE);
    }
}
