package io.armature.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes results for programs: every run of every round. */
final class ResultFile {
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectNode root = json.createObjectNode();

    ResultFile(Settings settings, String generator, Results results, Instant at) {
        root.put("at", at.toString());
        root.put("generator", generator);
        root.put("processors", Runtime.getRuntime().availableProcessors());
        root.put("customers", settings.data().customers());
        root.put("invoices", settings.data().invoices());
        root.put("secondsPerRun", settings.duration().toMillis() / 1000.0);
        ArrayNode runs = root.putArray("runs");
        results.measurements().forEach(measurement -> run(runs.addObject(), measurement));
        for (Results.Ceiling ceiling : results.ceilings()) {
            runs.addObject()
                    .put("peer", "pgbench")
                    .put("operation", ceiling.operation().text())
                    .put("connections", ceiling.connections())
                    .put("perSecond", ceiling.perSecond());
        }
        ArrayNode footprints = root.putArray("services");
        results.footprints().forEach(footprint -> footprint(footprints.addObject(), footprint));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void run(ObjectNode node, Measurement measurement) {
        node.put("peer", measurement.peer())
                .put("operation", measurement.operation().text())
                .put("connections", measurement.connections())
                .put("round", measurement.round())
                .put("requests", measurement.load().requests())
                .put("perSecond", measurement.load().perSecond())
                .put("p50", measurement.load().p50())
                .put("p99", measurement.load().p99())
                .put("serviceCpu", measurement.serviceMilliseconds())
                .put("postgresCpu", measurement.postgresMilliseconds());
    }

    private static void footprint(ObjectNode node, Footprint footprint) {
        node.put("peer", footprint.peer()).put("startMilliseconds", footprint.startMilliseconds());
        footprint.idleMegabytes().ifPresent(size -> node.put("idleMegabytes", size));
        footprint.loadedMegabytes().ifPresent(size -> node.put("loadedMegabytes", size));
    }
}
