package io.armature.bench.run;

import io.armature.bench.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What was measured. */
final class Results {
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Ceiling> ceilings = new ArrayList<>();
    private final List<Footprint> footprints = new ArrayList<>();

    /** Transactions a second of PostgreSQL alone. */
    record Ceiling(Operation operation, int connections, double perSecond) {}

    void add(Measurement measurement) {
        measurements.add(measurement);
    }

    void add(Ceiling ceiling) {
        ceilings.add(ceiling);
    }

    void add(Footprint footprint) {
        footprints.add(footprint);
    }

    List<Measurement> measurements() {
        return Collections.unmodifiableList(measurements);
    }

    List<Ceiling> ceilings() {
        return Collections.unmodifiableList(ceilings);
    }

    List<Footprint> footprints() {
        return Collections.unmodifiableList(footprints);
    }

    /** Over the rounds; nothing if there was none. */
    OptionalDouble median(String peer, Operation operation, int connections, ToDoubleFunction<Measurement> of) {
        return middle(measurements.stream()
                .filter(measurement -> measurement.peer().equals(peer))
                .filter(measurement -> measurement.operation() == operation)
                .filter(measurement -> measurement.connections() == connections)
                .mapToDouble(of)
                .sorted()
                .toArray());
    }

    /** PostgreSQL alone, over the rounds. */
    OptionalDouble ceiling(Operation operation, int connections) {
        return middle(ceilings.stream()
                .filter(ceiling -> ceiling.operation() == operation)
                .filter(ceiling -> ceiling.connections() == connections)
                .mapToDouble(Ceiling::perSecond)
                .sorted()
                .toArray());
    }

    private static OptionalDouble middle(double[] sorted) {
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length / 2]);
    }
}
