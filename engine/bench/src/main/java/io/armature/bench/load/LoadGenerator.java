package io.armature.bench.load;

import java.io.IOException;

/** Sends requests as fast as they are answered. */
public interface LoadGenerator {
    /** wrk where it is installed, for it leaves most of the processor to the services; else our own. */
    static LoadGenerator best() {
        return WrkGenerator.installed() ? new WrkGenerator() : new SocketGenerator();
    }

    String name();

    /** Sends the load and waits until its time is over. */
    LoadResult send(Load load) throws IOException;
}
