package io.armature.bench.run;

import io.armature.bench.data.DataSet;
import io.armature.bench.operation.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How thoroughly to measure.
 *
 * @param duration of each run
 * @param warmUp of each operation in each round
 * @param rounds of which the median counts
 * @param kept the folder that keeps PostgreSQL's data for the next time
 * @param floorOnly leaves the engine out
 */
public record Settings(
        DataSet data,
        List<Operation> operations,
        List<Integer> connections,
        Duration duration,
        Duration warmUp,
        int rounds,
        Optional<Path> kept,
        boolean floorOnly) {
    /** More than that at a time tells nothing more about requests that take the whole machine. */
    private static final int MOST_HEAVY = 4;

    public Settings {
        operations = List.copyOf(operations);
        connections = List.copyOf(connections);
    }

    List<Integer> connections(Operation operation) {
        return connections.stream()
                .map(count -> operation.heavy() ? Math.min(count, MOST_HEAVY) : count)
                .distinct()
                .toList();
    }
}
