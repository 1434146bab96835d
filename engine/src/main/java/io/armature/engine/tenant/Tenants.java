package io.armature.engine.tenant;

import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Finds and makes tenants. What it answers stands in memory and follows the database. Safe for many threads. */
public final class Tenants {

    private static final String TOPIC = "tenants";

    private final Database database;
    private final TenantStore store;
    private final SchemaMigrations migrations;
    private final AtomicReference<Directory> directory = new AtomicReference<>(Directory.of(List.of()));

    public Tenants(Database database, SchemaMigrations migrations, Signals signals) {
        this.database = database;
        this.store = new TenantStore(database);
        this.migrations = migrations;
        signals.subscribe(TOPIC, new Signals.Listener() {
            @Override
            public void heard(String message) {
                reload();
            }

            @Override
            public void look() {
                reload();
            }
        });
    }

    private record Directory(Map<String, Tenant> byName, Map<String, Tenant> byHost) {

        static Directory of(List<TenantStore.Row> rows) {
            Map<String, Tenant> names = new LinkedHashMap<>();
            Map<String, Tenant> hosts = new LinkedHashMap<>();
            for (TenantStore.Row row : rows) {
                names.put(row.tenant().name(), row.tenant());
                row.tenant().hosts().forEach(host -> hosts.put(host.toLowerCase(Locale.ROOT), row.tenant()));
            }
            return new Directory(names, hosts);
        }
    }

    /** Brings every schema up to date and makes the main tenant when it is not there. */
    public void start() {
        migrations.migrateControl();
        store.add(Tenant.named(Tenant.MAIN, Set.of()));
        String newest = null;
        for (TenantStore.Row row : store.all()) {
            if (!row.migrated().equals(newest)) {
                newest = migrate(row.tenant());
            }
        }
        reload();
    }

    /** All tenants, the oldest first. */
    public Collection<Tenant> all() {
        return directory.get().byName().values();
    }

    /**
     * The tenant of a request: the one named, else the one at this host, else the main one.
     *
     * @param host without port
     * @return nothing when a tenant is named that is not there
     */
    public Optional<Tenant> resolve(Optional<String> named, String host) {
        Directory known = directory.get();
        return named.map(name -> Optional.ofNullable(known.byName().get(name)))
                .orElseGet(() -> Optional.ofNullable(
                        known.byHost().getOrDefault(host, known.byName().get(Tenant.MAIN))));
    }

    public Optional<Tenant> named(String name) {
        return Optional.ofNullable(directory.get().byName().get(name));
    }

    /**
     * Makes a tenant with an empty schema.
     *
     * @throws ProblemException when the name cannot be used or is taken
     */
    public Tenant create(String name, Set<String> hosts) {
        if (!Tenant.isName(name)) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_NAME, "name", name, "40"));
        }
        Tenant tenant = Tenant.named(name, hosts);
        if (!store.add(tenant)) {
            throw new ProblemException(Problem.inValue(ProblemCode.NOT_UNIQUE, "name", "tenant", name));
        }
        try {
            migrate(tenant);
        } catch (RuntimeException failed) {
            store.remove(tenant);
            throw failed;
        }
        reload();
        return tenant;
    }

    private String migrate(Tenant tenant) {
        String seen = migrations.migrateTenant(tenant.schema());
        database.transaction(sql -> {
            store.migrated(sql, tenant, seen);
            Signals.send(sql, TOPIC, tenant.name());
            return seen;
        });
        return seen;
    }

    private void reload() {
        directory.set(Directory.of(store.all()));
    }
}
