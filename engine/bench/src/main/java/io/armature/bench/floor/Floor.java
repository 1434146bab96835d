package io.armature.bench.floor;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Runs the hand-written service: {@code Floor PORT JDBC-ADDRESS}. */
public final class Floor {
    private Floor() {}

    public static void main(String[] arguments) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(Map.of(
                        "micronaut.server.host",
                        "127.0.0.1",
                        "micronaut.server.port",
                        arguments[0],
                        "micronaut.server.thread-selection",
                        "blocking",
                        "jackson.serialization.write-dates-as-timestamps",
                        false,
                        "floor.database",
                        arguments[1]))
                .start();
        context.getBean(EmbeddedServer.class).start();
    }
}
