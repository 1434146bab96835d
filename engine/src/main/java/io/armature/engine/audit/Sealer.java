package io.armature.engine.audit;

import io.armature.engine.audit.TrailStore.Stored;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals what is new in the trail. A batch holds rows of transactions that are over, so that none can come to it later; one
 * node at a time. Safe for many threads.
 */
public final class Sealer {

    private static final int ROWS_A_SEAL = 1000;

    private final Database database;
    private final Vault vault;
    private final Clock clock;

    public Sealer(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Seals a tenant's new rows; how many they were. Does nothing while another node does. */
    public int seal(Tenant tenant) {
        return database.transaction(sql -> {
            Integer sealed = seal(sql, tenant);
            return sealed;
        });
    }

    /** The same in a transaction at hand. */
    int seal(SqlRunner sql, Tenant tenant) {
        TrailStore store = new TrailStore(sql, tenant);
        if (!store.lock()) {
            return 0;
        }
        long horizon = store.horizon();
        Optional<Seal> last = store.lastSeal();
        Run run = new Run(
                store, last, horizon, vault.trailKey(tenant), clock.instant().truncatedTo(ChronoUnit.MICROS));
        long from = last.map(Seal::upto).orElse(0L);
        // Transactions of another server: these rows came by import or from a backup.
        boolean elsewhere = last.isPresent() && (from == 0 || from > horizon);
        if (elsewhere) {
            store.eachUnsealed(horizon, row -> run.add(TrailStore.stored(row)));
        } else {
            store.eachBetween(from, horizon, row -> run.add(TrailStore.stored(row)));
        }
        run.finish();
        return run.sealed;
    }

    /** The latest seal, by which nothing before it can be cut off unseen. */
    public Optional<String> head(Tenant tenant) {
        return database.direct(sql -> new TrailStore(sql, tenant).lastSeal().map(Seal::head));
    }

    /** Collects rows into seals. */
    private static final class Run {

        private final TrailStore store;
        private final long horizon;
        private final Optional<byte[]> key;
        private final Instant now;
        private final List<Stored> waiting = new ArrayList<>();
        private final List<List<Stored>> batches = new ArrayList<>();
        private final long before;
        private byte[] digest;
        private long number;
        private int sealed;

        Run(TrailStore store, Optional<Seal> last, long horizon, Optional<byte[]> key, Instant now) {
            this.store = store;
            this.horizon = horizon;
            this.key = key;
            this.now = now;
            this.before = last.map(Seal::upto).orElse(0L);
            this.digest = last.map(Seal::digest).orElse(Seal.BEGINNING);
            this.number = last.map(Seal::number).orElse(0L);
        }

        void add(Stored row) {
            waiting.add(row);
            if (waiting.size() == ROWS_A_SEAL) {
                batches.add(List.copyOf(waiting));
                waiting.clear();
            }
        }

        /** Only the last seal says how far all is sealed. */
        void finish() {
            if (!waiting.isEmpty()) {
                batches.add(List.copyOf(waiting));
            }
            for (int i = 0; i < batches.size(); i++) {
                seal(batches.get(i), i == batches.size() - 1 ? horizon : before);
            }
        }

        private void seal(List<Stored> rows, long upto) {
            number++;
            Seal.Digest next = new Seal.Digest(digest, number);
            List<UUID> ids = new ArrayList<>();
            for (Stored row : rows) {
                next.add(row.row().id(), row.mark());
                ids.add(row.row().id());
            }
            digest = next.finish();
            byte[] made = digest;
            store.add(new Seal(
                    number, now, ids, made, key.map(secret -> AuditRow.sign(secret, made)), upto, Optional.empty()));
            sealed += rows.size();
        }
    }
}
