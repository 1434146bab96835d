package io.armature.bench.run;

import io.armature.bench.data.DataSet;
import io.armature.bench.data.Postgres;
import io.armature.bench.data.Seed;
import io.armature.bench.floor.Floor;
import io.armature.bench.operation.FloorRequests;
import io.armature.bench.operation.Requests;
import io.armature.bench.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hand-written service. */
record FloorPeer(ServiceProcess service, Requests requests) implements Peer {
    static final String DATABASE = "floor";

    static FloorPeer start(Commands commands, Postgres postgres, DataSet data, Path folder)
            throws IOException, SQLException {
        if (postgres.create(DATABASE)) {
            try (Connection connection = postgres.connect(DATABASE)) {
                new Seed(data).fillFloor(connection);
            }
        }
        int port = ServiceProcess.freePort();
        List<String> command = new ArrayList<>(commands.floor());
        command.addAll(List.of(Floor.class.getName(), String.valueOf(port), postgres.url(DATABASE)));
        ServiceProcess service =
                ServiceProcess.start(command, Map.of(), port, "/invoices/1", folder.resolve("floor.log"));
        return new FloorPeer(service, new FloorRequests(data));
    }

    @Override
    public String name() {
        return "hand-written";
    }

    @Override
    public Optional<String> token() {
        return Optional.empty();
    }
}
