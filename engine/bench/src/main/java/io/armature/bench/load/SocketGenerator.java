package io.armature.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Our own generator: one thread that waits for all connections at once, which costs the machine less than a thread for
 * each. A connection that breaks is counted as an error and not opened again. However short its time, it waits for one
 * answer.
 */
public final class SocketGenerator implements LoadGenerator {
    private static final int FIRST_BAD_STATUS = 300;

    @Override
    public String name() {
        return "sockets";
    }

    @Override
    public LoadResult send(Load load) throws IOException {
        try (Selector selector = Selector.open()) {
            Run run = new Run(load, selector);
            for (int i = 0; i < load.connections(); i++) {
                run.next(new KeptConnection(load.port(), selector));
            }
            try {
                return run.untilOver();
            } finally {
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
        }
    }

    /** One load under way. */
    private static final class Run {
        private final List<byte[]> requests;
        private final Selector selector;
        private final Duration duration;
        private final Latencies latencies = new Latencies();
        private int place;
        private long errors;

        Run(Load load, Selector selector) {
            this.requests = load.requests();
            this.selector = selector;
            this.duration = load.duration();
            this.place = ThreadLocalRandom.current().nextInt(requests.size());
        }

        LoadResult untilOver() throws IOException {
            long begin = System.nanoTime();
            long end = begin + duration.toNanos();
            long now = begin;
            while ((now < end || latencies.count() == 0) && !selector.keys().isEmpty()) {
                selector.select(this::ready, Math.max(1, (end - now) / 1_000_000));
                now = System.nanoTime();
            }
            double[] percentiles = latencies.percentiles(0.5, 0.99);
            return new LoadResult(
                    latencies.count(), Duration.ofNanos(now - begin), percentiles[0], percentiles[1], errors);
        }

        private void ready(SelectionKey key) {
            KeptConnection connection = (KeptConnection) key.attachment();
            try {
                if (connection.proceed()) {
                    latencies.add(connection.taken());
                    if (connection.status() >= FIRST_BAD_STATUS) {
                        errors++;
                    }
                    next(connection);
                }
            } catch (IOException broken) {
                errors++;
                key.cancel();
            }
        }

        private void next(KeptConnection connection) throws IOException {
            place = (place + 1) % requests.size();
            connection.send(requests.get(place));
        }
    }
}
