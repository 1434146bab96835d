package io.armature.engine.boot;

import io.armature.engine.boot.ServerOptions.DatabaseAddress;
import io.armature.engine.boot.postgres.EmbeddedPostgres;
import io.armature.engine.boot.postgres.Folders;
import io.armature.engine.boot.trial.TrialBench;
import io.armature.engine.boot.trial.TrialClock;
import io.armature.engine.boot.trial.TrialPeers;
import io.armature.engine.pack.ArchiveShelf;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.archive.PackArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A server on a PostgreSQL of its own in a temporary folder, with a clock that can be set. Nothing of it stays. */
final class ThrowAwayEngine implements TrialBench, AutoCloseable {

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final Server server;
    private final TrialClock clock;
    private final TrialPeers peers;
    private final String password;

    private ThrowAwayEngine(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
        this.clock = new TrialClock();
        this.peers = new TrialPeers();
        this.password = UUID.randomUUID().toString();
        // Nothing of the surroundings counts: no mail leaves, whatever the operator has set.
        ServerOptions options = new ServerOptions(
                0, folder, Optional.empty(), Optional.of(List.of()), false, List.of(), Optional.of(password), Map.of());
        DatabaseAddress address = new DatabaseAddress(
                postgres.url(), Optional.of(EmbeddedPostgres.USER), Optional.of(postgres.password()));
        this.server = Server.start(options, address, clock, peers);
    }

    static ThrowAwayEngine start() {
        try {
            Path folder = Files.createTempDirectory("armature-test");
            EmbeddedPostgres postgres = EmbeddedPostgres.startForOnce(folder.resolve("postgres"));
            try {
                return new ThrowAwayEngine(folder, postgres);
            } catch (RuntimeException failed) {
                postgres.close();
                Folders.delete(folder);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String address() {
        return server.address();
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public TrialClock clock() {
        return clock;
    }

    @Override
    public TrialPeers peers() {
        return peers;
    }

    @Override
    public String keep(PackArchive pack) {
        Tenant main = server.beans().getBean(Tenants.class).require(Tenant.MAIN);
        return server.beans().getBean(ArchiveShelf.class).put(main, pack).digest();
    }

    @Override
    public void begin(String tenant) {
        server.beans().getBean(Quiet.class).begin(tenant);
    }

    @Override
    public void end(String tenant) {
        server.beans().getBean(Quiet.class).end(tenant);
    }

    @Override
    public void settle(String tenant) {
        server.beans().getBean(Quiet.class).await(tenant);
    }

    @Override
    public void close() {
        server.close();
        postgres.close();
        try {
            Folders.delete(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
