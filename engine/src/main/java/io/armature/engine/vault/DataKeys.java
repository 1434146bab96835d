package io.armature.engine.vault;

import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.DataKeyStore.Wrapped;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The unwrapped keys of tenants, remembered once read; every node forgets them when one changes any. Those that this
 * node's master keys cannot unwrap are as if they were not there. Safe for many threads.
 */
final class DataKeys {

    private static final String TOPIC = "vault";

    private final Database database;
    private final MasterKeys masters;
    private final Cipher256 cipher = new Cipher256();
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ring> rings = new ConcurrentHashMap<>();

    DataKeys(Database database, MasterKeys masters, Signals signals) {
        this.database = database;
        this.masters = masters;
        signals.subscribe(TOPIC, new Signals.Listener() {
            @Override
            public void heard(String tenant) {
                rings.remove(tenant);
            }

            @Override
            public void look() {
                // An unknown key is looked for when it is met.
            }
        });
    }

    /** A key and its name. */
    record DataKey(UUID id, byte[] bytes) {}

    /** The keys of one purpose and of one tenant, the newest first. */
    private record Ring(Map<UUID, DataKey> secrets, Optional<DataKey> trail, boolean locked) {}

    /** The key to seal with, made when the tenant has none; nothing when it has one that cannot be unwrapped here. */
    Optional<DataKey> newest(Tenant tenant) {
        Ring ring = ring(tenant);
        if (ring.secrets().isEmpty() && !ring.locked()) {
            make(tenant, Vault.SECRETS);
            ring = ring(tenant);
        }
        return ring.secrets().values().stream().findFirst();
    }

    Optional<DataKey> find(Tenant tenant, UUID id) {
        DataKey known = ring(tenant).secrets().get(id);
        if (known == null) {
            rings.remove(tenant.name());
        }
        return Optional.ofNullable(known)
                .or(() -> Optional.ofNullable(ring(tenant).secrets().get(id)));
    }

    /** The one key that signs the tenant's trail. */
    Optional<DataKey> trail(Tenant tenant) {
        Ring ring = ring(tenant);
        if (ring.trail().isEmpty() && !ring.locked()) {
            make(tenant, Vault.TRAIL);
            ring = ring(tenant);
        }
        return ring.trail();
    }

    private void make(Tenant tenant, String purpose) {
        database.transaction(sql -> {
            add(sql, tenant, purpose);
            return tenant;
        });
    }

    /** Adds a key in the transaction at hand; all nodes look again once it is kept. */
    void add(SqlRunner sql, Tenant tenant, String purpose) {
        byte[] fresh = new byte[MasterKey.LENGTH];
        random.nextBytes(fresh);
        DataKeyStore.add(sql, tenant, wrap(UUID.randomUUID(), purpose, fresh));
        changed(sql, tenant);
        rings.remove(tenant.name());
    }

    /** Wraps every key of the tenant by the current master key; how many were not before. */
    int rewrap(SqlRunner sql, Tenant tenant) {
        List<Wrapped> outdated = DataKeyStore.all(sql, tenant).stream()
                .filter(key -> !key.master().equals(masters.current().id()))
                .toList();
        for (Wrapped key : outdated) {
            byte[] plain = unwrap(key).orElseThrow(Vault::locked);
            DataKeyStore.rewrap(sql, tenant, wrap(key.id(), key.purpose(), plain));
        }
        changed(sql, tenant);
        return outdated.size();
    }

    void changed(SqlRunner sql, Tenant tenant) {
        Signals.send(sql, TOPIC, tenant.name());
    }

    void forget(Tenant tenant) {
        rings.remove(tenant.name());
    }

    private Ring ring(Tenant tenant) {
        Ring known = rings.get(tenant.name());
        if (known != null) {
            return known;
        }
        List<Wrapped> all = database.direct(sql -> DataKeyStore.all(sql, tenant));
        Map<UUID, DataKey> secrets = new LinkedHashMap<>();
        Optional<DataKey> trail = Optional.empty();
        boolean locked = false;
        for (Wrapped key : all) {
            Optional<DataKey> plain = unwrap(key).map(bytes -> new DataKey(key.id(), bytes));
            locked |= plain.isEmpty();
            if (key.purpose().equals(Vault.TRAIL)) {
                trail = plain;
            } else {
                plain.ifPresent(found -> secrets.put(found.id(), found));
            }
        }
        Ring ring = new Ring(secrets, trail, locked);
        rings.put(tenant.name(), ring);
        return ring;
    }

    private Wrapped wrap(UUID id, String purpose, byte[] plain) {
        MasterKey master = masters.current();
        return new Wrapped(id, purpose, master.id(), cipher.seal(master.bytes(), purpose + id, plain));
    }

    private Optional<byte[]> unwrap(Wrapped key) {
        return masters.find(key.master())
                .flatMap(master -> cipher.open(master.bytes(), key.purpose() + key.id(), key.bytes()));
    }
}
