package io.armature.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * What to send to a service on this machine.
 *
 * @param requests whole HTTP requests, sent in this order from some place in it, over and over
 * @param connections how many requests are under way at any time
 */
public record Load(int port, List<byte[]> requests, int connections, Duration duration) {
    public Load {
        requests = List.copyOf(requests);
        if (requests.isEmpty() || connections < 1 || !duration.isPositive()) {
            throw new IllegalArgumentException("A load needs requests, connections and time");
        }
    }
}
