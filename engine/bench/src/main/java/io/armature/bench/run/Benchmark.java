package io.armature.bench.run;

import io.armature.bench.data.Postgres;
import io.armature.bench.load.LoadGenerator;
import io.armature.bench.load.Programs;
import io.armature.bench.operation.Operation;
import io.armature.bench.run.Results.Ceiling;
import io.armature.bench.service.Usage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The whole benchmark: one PostgreSQL, both services beside each other, driven in turn. */
public final class Benchmark {
    private static final int WARM_UP_CONNECTIONS = 16;

    private final Settings settings;
    private final Commands commands;
    private final LoadGenerator generator;
    private final PrintWriter progress;

    public Benchmark(Settings settings, Commands commands, LoadGenerator generator, PrintWriter progress) {
        this.settings = settings;
        this.commands = commands;
        this.generator = generator;
        this.progress = progress;
    }

    /** @throws IOException when a service does not start, or a request is not answered as it should be */
    Results run() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("armature-bench");
        try (Postgres postgres = Postgres.start(settings.kept())) {
            List<Peer> peers = new ArrayList<>();
            try {
                start(peers, postgres, folder);
                return measure(peers, postgres, folder);
            } finally {
                for (Peer peer : peers) {
                    peer.close();
                }
            }
        } finally {
            Programs.delete(folder);
        }
    }

    private void start(List<Peer> peers, Postgres postgres, Path folder) throws IOException, SQLException {
        say("loading %,d customers, %,d invoices, and starting the services"
                .formatted(settings.data().customers(), settings.data().invoices()));
        peers.add(FloorPeer.start(commands, postgres, settings.data(), folder));
        if (!settings.floorOnly()) {
            peers.add(ArmaturePeer.start(commands, postgres, settings.data(), folder));
        }
    }

    private Results measure(List<Peer> peers, Postgres postgres, Path folder) throws IOException, SQLException {
        Results results = new Results();
        Map<String, OptionalInt> idle = new LinkedHashMap<>();
        peers.forEach(peer -> idle.put(peer.name(), resident(peer)));
        Runner runner = new Runner(generator, postgres.process());
        for (Peer peer : peers) {
            for (Operation operation : settings.operations()) {
                runner.check(peer, operation);
            }
        }
        Optional<Limit> limit =
                Limit.installed() ? Optional.of(new Limit(postgres, settings.data(), folder)) : Optional.empty();
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Operation operation : settings.operations()) {
                say("round %d of %d: %s".formatted(round, settings.rounds(), operation.text()));
                measure(peers, runner, operation, round, results);
                if (limit.isPresent()) {
                    measure(limit.get(), operation, results);
                }
            }
            // What goes first finds the database in another state than what goes second: take turns.
            Collections.swap(peers, 0, peers.size() - 1);
        }
        for (Peer peer : peers) {
            Duration start = peer.service().startedWithin();
            OptionalInt before = idle.getOrDefault(peer.name(), OptionalInt.empty());
            results.add(new Footprint(peer.name(), start.toMillis(), before, resident(peer)));
        }
        return results;
    }

    private void measure(List<Peer> peers, Runner runner, Operation operation, int round, Results results)
            throws IOException {
        for (Peer peer : peers) {
            runner.warmUp(peer, operation, operation.heavy() ? 2 : WARM_UP_CONNECTIONS, settings.warmUp());
        }
        for (int connections : settings.connections(operation)) {
            for (Peer peer : peers) {
                Measurement measured = runner.measure(peer, operation, connections, settings.duration(), round);
                say("  %s, %d at a time: %,.0f a second, %.3f ms of processor each"
                        .formatted(
                                peer.name(), connections, measured.load().perSecond(), measured.serviceMilliseconds()));
                results.add(measured);
            }
        }
    }

    private void measure(Limit limit, Operation operation, Results results) throws IOException {
        for (int connections : settings.connections(operation)) {
            limit.perSecond(operation, connections, settings.duration())
                    .ifPresent(perSecond -> results.add(new Ceiling(operation, connections, perSecond)));
        }
    }

    private static OptionalInt resident(Peer peer) {
        return Usage.residentMegabytes(peer.service().process());
    }

    private void say(String what) {
        progress.println("bench: " + what);
        progress.flush();
    }
}
