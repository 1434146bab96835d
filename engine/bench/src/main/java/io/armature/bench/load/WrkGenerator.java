package io.armature.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drives wrk. Its runs last whole seconds. */
public final class WrkGenerator implements LoadGenerator {
    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\S+) (\\S+) (\\d+)");

    /** Whether wrk is on the path. */
    public static boolean installed() {
        return Programs.onPath("wrk");
    }

    @Override
    public String name() {
        return "wrk";
    }

    @Override
    public LoadResult send(Load load) throws IOException {
        Path folder = Files.createTempDirectory("armature-wrk");
        try {
            Path requests = Files.write(folder.resolve("requests"), joined(load.requests()));
            Path script = folder.resolve("wrk.lua");
            try (InputStream lua = Objects.requireNonNull(WrkGenerator.class.getResourceAsStream("/wrk.lua"))) {
                Files.copy(lua, script);
            }
            return result(Programs.output(List.of(
                    "env",
                    "REQUESTS=" + requests,
                    "wrk",
                    "--threads=1",
                    "--connections=" + load.connections(),
                    "--duration=" + Math.max(1, load.duration().toSeconds()) + "s",
                    "--timeout=60s",
                    "--script=" + script,
                    "http://127.0.0.1:" + load.port())));
        } finally {
            Programs.delete(folder);
        }
    }

    private static byte[] joined(List<byte[]> requests) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] request : requests) {
            all.writeBytes(request);
            all.write(0);
        }
        return all.toByteArray();
    }

    private static LoadResult result(String output) throws IOException {
        Matcher result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IOException("wrk said: " + output);
        }
        return new LoadResult(
                Long.parseLong(result.group(1)),
                Duration.of(Long.parseLong(result.group(2)), ChronoUnit.MICROS),
                Double.parseDouble(result.group(3)),
                Double.parseDouble(result.group(4)),
                Long.parseLong(result.group(5)));
    }
}
