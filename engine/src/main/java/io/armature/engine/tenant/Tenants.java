package io.armature.engine.tenant;

import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant.State;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Finds and makes tenants. What it answers stands in memory and follows the database. Safe for many threads. */
public final class Tenants {

    private static final String TOPIC = "tenants";

    private final Database database;
    private final TenantStore store;
    private final SchemaMigrations migrations;
    private volatile String newest = "none";
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

    /** Brings every schema up to date and makes the main tenant when it is not there. */
    public void start() {
        migrations.migrateControl();
        store.add(Tenant.named(Tenant.MAIN, Set.of()));
        for (TenantStore.Row row : store.all()) {
            if (!row.migrated().equals(newest) && row.tenant().state() != State.DELETED) {
                migrate(row.tenant());
            }
        }
        reload();
    }

    /** How many tenants have tables that are not what this engine works with. */
    public long outdated() {
        return store.outdated(newest);
    }

    /** All tenants, the oldest first, those included that are suspended or wait for their end. */
    public Collection<Tenant> all() {
        return directory.get().all();
    }

    /** The tenants for which work is done. */
    public List<Tenant> active() {
        return all().stream().filter(Tenant::isActive).toList();
    }

    /**
     * The tenant of a request: the one named, else the one at this host, else the main one.
     *
     * @param host without port
     * @return nothing when a tenant is named that is not there
     */
    public Optional<Tenant> resolve(Optional<String> named, String host) {
        return directory.get().resolve(named, host);
    }

    public Optional<Tenant> named(String name) {
        return Optional.ofNullable(directory.get().byName().get(name));
    }

    /** @throws ProblemException when there is no such tenant */
    public Tenant require(String name) {
        return named(name)
                .orElseThrow(() ->
                        new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "name", "tenant " + name, "")));
    }

    /**
     * Makes a tenant with an empty schema.
     *
     * @throws ProblemException when the name cannot be used or is taken
     */
    public Tenant create(String name, Set<String> hosts) {
        Tenant tenant = reserve(name, hosts, Set.of());
        try {
            migrate(tenant);
        } catch (RuntimeException failed) {
            abandon(tenant);
            throw failed;
        }
        reload();
        return tenant;
    }

    /** Takes the name for a tenant whose schema the caller makes, and then {@link #completed}. */
    public Tenant reserve(String name, Set<String> hosts, Set<String> origins) {
        if (!Tenant.isName(name)) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_NAME, "name", name, "40"));
        }
        Tenant tenant = Tenant.named(name, hosts).with(hosts, origins);
        requireFreeHosts(tenant);
        if (!store.add(tenant)) {
            throw new ProblemException(Problem.inValue(ProblemCode.NOT_UNIQUE, "name", "tenant", name));
        }
        reload();
        return tenant;
    }

    /** Brings the schema of a reserved tenant up to date and tells all nodes of it. */
    public void completed(Tenant tenant) {
        migrate(tenant);
        reload();
    }

    /** Gives a reserved name back. */
    public void abandon(Tenant tenant) {
        remove(tenant);
    }

    /** @throws ProblemException when a host answers for another tenant already */
    public Tenant change(Tenant tenant, Set<String> hosts, Set<String> origins) {
        requireFreeHosts(tenant.with(hosts, origins));
        return put(tenant, known -> known.with(hosts, origins));
    }

    /** Lets the tenant rest: it answers nobody and does no work. */
    public Tenant suspend(Tenant tenant) {
        return put(tenant, known -> known.in(State.SUSPENDED, Optional.empty()));
    }

    /** Lets a suspended or deleted tenant work again. */
    public Tenant resume(Tenant tenant) {
        // It may have slept through an upgrade.
        migrate(require(tenant.name()));
        return put(tenant, known -> known.in(State.ACTIVE, Optional.empty()));
    }

    /** Ends a tenant: it is as if it were not there, and goes for good at the moment named unless resumed before. */
    public Tenant delete(Tenant tenant, Instant end) {
        return put(tenant, known -> known.in(State.DELETED, Optional.of(end)));
    }

    /** Takes tenants for good whose time is over; which these were. */
    public List<Tenant> purge(Instant now) {
        List<Tenant> over = store.all().stream()
                .map(TenantStore.Row::tenant)
                .filter(tenant -> tenant.state() == State.DELETED)
                .filter(tenant ->
                        tenant.endsAt().filter(end -> !end.isAfter(now)).isPresent())
                .toList();
        over.forEach(this::remove);
        return over;
    }

    private void remove(Tenant tenant) {
        database.transaction(sql -> {
            store.drop(sql, tenant);
            store.remove(sql, tenant);
            announce(sql, tenant);
            return tenant;
        });
        reload();
    }

    private Tenant put(Tenant tenant, UnaryOperator<Tenant> change) {
        Tenant changed = change.apply(require(tenant.name()));
        database.transaction(sql -> {
            store.put(sql, changed);
            announce(sql, changed);
            return changed;
        });
        reload();
        return changed;
    }

    private void requireFreeHosts(Tenant tenant) {
        for (Tenant other : all()) {
            for (String host : other.hosts()) {
                boolean taken = tenant.hosts().stream().anyMatch(host::equalsIgnoreCase);
                if (taken && !other.name().equals(tenant.name())) {
                    throw new ProblemException(
                            Problem.inValue(ProblemCode.NOT_UNIQUE, "hosts", "host", host.toLowerCase(Locale.ROOT)));
                }
            }
        }
    }

    private String migrate(Tenant tenant) {
        String seen = migrations.migrateTenant(tenant.schema());
        newest = seen;
        database.transaction(sql -> {
            store.migrated(sql, tenant, seen);
            announce(sql, tenant);
            return seen;
        });
        return seen;
    }

    private static void announce(SqlRunner sql, Tenant tenant) {
        Signals.send(sql, TOPIC, tenant.name());
    }

    private void reload() {
        directory.set(Directory.of(store.all()));
    }
}
