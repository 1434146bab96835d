package io.armature.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.bench.data.DataSet;
import io.armature.bench.data.Postgres;
import io.armature.bench.data.Seed;
import io.armature.bench.operation.ArmatureRequests;
import io.armature.bench.operation.Requests;
import io.armature.bench.service.Call;
import io.armature.bench.service.Client;
import io.armature.bench.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine, as users run it: with sign-in, access checks, audit, versions and outbox. */
record ArmaturePeer(ServiceProcess service, Requests requests) implements Peer {
    private static final String DATABASE = "armature";
    private static final String PASSWORD = "measure twice, cut once";
    private static final int CURSORS = 40;

    /** Starts it twice: first to make the tables, which are filled then; for measuring the second time. */
    static ArmaturePeer start(Commands commands, Postgres postgres, DataSet data, Path folder)
            throws IOException, SQLException {
        if (postgres.create(DATABASE)) {
            process(commands, postgres, folder).close();
            try (Connection connection = postgres.connect(DATABASE)) {
                new Seed(data).fillArmature(connection);
            }
        }
        ServiceProcess service = process(commands, postgres, folder);
        return new ArmaturePeer(service, new ArmatureRequests(data, cursors(new Client(service.port()), data)));
    }

    private static ServiceProcess process(Commands commands, Postgres postgres, Path folder) throws IOException {
        int port = ServiceProcess.freePort();
        List<String> command = new ArrayList<>(commands.armature());
        command.addAll(List.of(
                "run",
                "--port",
                String.valueOf(port),
                "--data",
                folder.resolve("armature").toString(),
                "--db",
                postgres.url(DATABASE),
                "--packs",
                BenchPack.unpack(folder.resolve("bench")).toString()));
        return ServiceProcess.start(
                command, Map.of("ARMATURE_ADMIN_PASSWORD", PASSWORD), port, "/health", folder.resolve("armature.log"));
    }

    private static List<String> cursors(Client client, DataSet data) throws IOException {
        Optional<String> token = Optional.of(signIn(client));
        List<String> cursors = new ArrayList<>();
        for (int i = 0; i < CURSORS; i++) {
            long offset = (long) i * (data.invoices() - data.invoices() / 10) / CURSORS;
            JsonNode page = client.json(Call.get(ArmatureRequests.INVOICES + "&offset=" + offset), token);
            cursors.add(page.path("page").required("next").asText());
        }
        return cursors;
    }

    private static String signIn(Client client) throws IOException {
        return client.json(
                        Call.post("/api/auth/login", "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}"),
                        Optional.empty())
                .required("accessToken")
                .asText();
    }

    @Override
    public String name() {
        return "armature";
    }

    @Override
    public Optional<String> token() throws IOException {
        return Optional.of(signIn(client()));
    }
}
