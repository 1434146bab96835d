package io.armature.bench.run;

import io.armature.bench.operation.Requests;
import io.armature.bench.service.Client;
import io.armature.bench.service.ServiceProcess;
import java.io.IOException;
import java.util.Optional;

/** A service under measurement. */
interface Peer extends AutoCloseable {
    String name();

    ServiceProcess service();

    Requests requests();

    /** A token that is good for the next minutes, where one is needed. */
    Optional<String> token() throws IOException;

    default Client client() {
        return new Client(service().port());
    }

    @Override
    default void close() throws IOException {
        service().close();
    }
}
