package io.armature.engine.access;

import io.armature.engine.access.Standing.Lent;
import io.armature.engine.access.Standing.Shared;
import io.armature.engine.access.StandingStore.Granted;
import io.armature.engine.access.StandingStore.Loan;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.Transaction;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Remembers what counts for users beside their roles, so that most requests ask no database. Forgets all of a tenant when
 * any node says that it changed. Safe for many threads.
 */
public final class StandingCache implements Standings {
    private static final String TOPIC = "access";
    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final int MOST_OF_A_TENANT = 20_000;

    private final Database database;
    private final Callers callers;
    private final Clock clock;
    private final Map<String, Remembered> tenants = new ConcurrentHashMap<>();

    public StandingCache(Database database, Callers callers, Signals signals, Clock clock) {
        this.database = database;
        this.callers = callers;
        this.clock = clock;
        signals.subscribe(TOPIC, new Signals.Listener() {
            @Override
            public void heard(String schema) {
                forget(schema);
            }

            @Override
            public void look() {
                // Entries are short-lived: nothing that was missed lasts.
            }
        });
    }

    /** Who he is for this purpose: his shares depend on his teams. */
    private record Key(UUID user, Set<UUID> teams) {}

    private record Entry<T>(T value, Instant until) {}

    private record Remembered(Map<Key, Entry<Standing>> users, Map<String, Entry<RoleChanges>> roles) {}

    @Override
    public Standing of(Tenant tenant, User user) {
        Remembered remembered = remembered(tenant);
        RoleChanges roles = roles(remembered, tenant);
        if (!roles.anything()) {
            return roles.alone();
        }
        if (remembered.users().size() > MOST_OF_A_TENANT) {
            remembered.users().clear();
        }
        return get(remembered.users(), new Key(user.id(), user.teams()), () -> read(tenant, user, roles));
    }

    /** Two statements for all of them. Who lends is active, so among all users he is found here too. */
    @Override
    public void prepare(Tenant tenant, List<User> users) {
        Remembered remembered = remembered(tenant);
        RoleChanges roles = roles(remembered, tenant);
        if (!roles.anything()) {
            return;
        }
        Map<UUID, User> byId = users.stream().collect(Collectors.toMap(User::id, user -> user));
        List<Granted> shares = database.direct(sql -> StandingStore.allShares(sql, tenant.schema()));
        List<Loan> loans = database.direct(sql -> StandingStore.allLoans(sql, tenant.schema()));
        Instant until = clock.instant().plus(LIFETIME);
        for (User user : users) {
            List<Shared> shared = shares.stream()
                    .filter(share -> share.isFor(user))
                    .map(Granted::shared)
                    .toList();
            List<Lent> lent = new ArrayList<>();
            for (Loan loan : loans) {
                if (loan.delegate().equals(user.id()) && byId.get(loan.delegator()) instanceof User delegator) {
                    lent.add(lent(delegator, loan));
                }
            }
            remembered
                    .users()
                    .put(
                            new Key(user.id(), user.teams()),
                            new Entry<>(new Standing(roles.digest(), roles.roles(), shared, lent), until));
        }
    }

    private Standing read(Tenant tenant, User user, RoleChanges roles) {
        List<Shared> shares = database.direct(sql -> StandingStore.shares(sql, tenant.schema(), user));
        List<Loan> loans = database.direct(sql -> StandingStore.loans(sql, tenant.schema(), user.id()));
        List<Lent> lent = new ArrayList<>();
        for (Loan loan : loans) {
            callers.named(tenant, loan.delegator().toString()).ifPresent(delegator -> lent.add(lent(delegator, loan)));
        }
        return new Standing(roles.digest(), roles.roles(), shares, lent);
    }

    private Remembered remembered(Tenant tenant) {
        return tenants.computeIfAbsent(
                tenant.schema(), any -> new Remembered(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
    }

    private RoleChanges roles(Remembered remembered, Tenant tenant) {
        return get(
                remembered.roles(),
                tenant.schema(),
                () -> database.direct(sql -> StandingStore.changes(sql, tenant.schema())));
    }

    private static Lent lent(User delegator, Loan loan) {
        return new Lent(
                delegator.id(),
                delegator.roles(),
                delegator.teams(),
                delegator.groups(),
                delegator.company(),
                loan.since(),
                loan.until());
    }

    private <K, V> V get(Map<K, Entry<V>> entries, K key, Supplier<V> read) {
        Entry<V> known = entries.get(key);
        if (known != null && known.until().isAfter(clock.instant())) {
            return known.value();
        }
        Entry<V> entry = new Entry<>(read.get(), clock.instant().plus(LIFETIME));
        entries.put(key, entry);
        return entry.value();
    }

    /** Makes every node forget once the transaction is kept; this one before whoever writes gets his answer. */
    public void forget(Transaction transaction, Tenant tenant) {
        announce(transaction, tenant);
        transaction.afterCommit(() -> forget(tenant.schema()));
    }

    private static void announce(SqlRunner transaction, Tenant tenant) {
        Signals.send(transaction, TOPIC, tenant.schema());
    }

    /** Forgets what this node remembers of a tenant, by its schema. */
    public void forget(String schema) {
        tenants.remove(schema);
    }
}
