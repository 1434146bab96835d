package io.armature.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.bench.load.Load;
import io.armature.bench.load.LoadGenerator;
import io.armature.bench.load.LoadResult;
import io.armature.bench.operation.Operation;
import io.armature.bench.service.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Drives one service through one operation. */
final class Runner {
    /** Different requests before they come again; twice in a row, so that an update always changes something. */
    private static final int DIFFERENT = 2000;

    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final LoadGenerator generator;
    private final long postgres;

    /** @param postgres the number of PostgreSQL's first process */
    Runner(LoadGenerator generator, long postgres) {
        this.generator = generator;
        this.postgres = postgres;
    }

    /**
     * Asks for one answer and looks whether it is one.
     *
     * @throws IOException when it is not
     */
    void check(Peer peer, Operation operation) throws IOException {
        JsonNode answer = peer.client().json(peer.requests().next(operation, new SplittableRandom(1), 0), peer.token());
        if (!operation.answeredBy(answer)) {
            throw new IOException(peer.name() + " does not answer " + operation.text() + ": " + answer);
        }
    }

    /** Lets the service get used to an operation. */
    void warmUp(Peer peer, Operation operation, int connections, Duration duration) throws IOException {
        send(peer, operation, connections, duration, 0);
    }

    /**
     * Measures.
     *
     * @throws IOException when a single request was not answered well: such a run tells nothing
     */
    Measurement measure(Peer peer, Operation operation, int connections, Duration duration, int round)
            throws IOException {
        long process = peer.service().process();
        Duration service = Usage.processor(process);
        Duration database = Usage.processor(postgres);
        LoadResult result = send(peer, operation, connections, duration, round);
        return new Measurement(
                peer.name(),
                operation,
                connections,
                round,
                result,
                perRequest(Usage.processor(process).minus(service), result),
                perRequest(Usage.processor(postgres).minus(database), result));
    }

    private LoadResult send(Peer peer, Operation operation, int connections, Duration duration, int round)
            throws IOException {
        List<byte[]> requests = requests(peer, operation, round * 1000L + connections);
        LoadResult result = generator.send(new Load(peer.service().port(), requests, connections, duration));
        if (result.errors() > 0 || result.requests() == 0) {
            throw new IOException("%s, %s: %d errors in %d answers"
                    .formatted(peer.name(), operation.text(), result.errors(), result.requests()));
        }
        return result;
    }

    private static List<byte[]> requests(Peer peer, Operation operation, long seed) throws IOException {
        Optional<String> token = peer.token();
        List<byte[]> requests = new ArrayList<>(2 * DIFFERENT);
        for (int pass = 0; pass < 2; pass++) {
            RandomGenerator random = new SplittableRandom(seed);
            for (int i = 0; i < DIFFERENT; i++) {
                int turn = pass * DIFFERENT + i;
                requests.add(peer.requests().next(operation, random, turn).bytes(token));
            }
        }
        return requests;
    }

    private static double perRequest(Duration used, LoadResult result) {
        return used.toNanos() / NANOS_PER_MILLISECOND / result.requests();
    }
}
