package io.armature.engine.query.read;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Context;
import io.armature.metadata.model.Model;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fields of the user and his company that expressions name, such as {@code company.currency}: read when first asked for
 * and remembered for a few seconds, or until users or companies change. Safe for many threads.
 */
public final class Facts {

    private static final Duration LIFETIME = Duration.ofSeconds(10);
    private static final int MOST_OF_A_TENANT = 50_000;
    private static final String USER = "user.";
    private static final String COMPANY = "company.";

    private final Database database;
    private final Clock clock;
    private final Map<String, Map<Key, Entry>> tenants = new ConcurrentHashMap<>();

    public Facts(Database database, Clock clock, CallerCache callers) {
        this.database = database;
        this.clock = clock;
        callers.onForget(tenants::remove);
    }

    private record Key(FactPath path, UUID id) {}

    private record Entry(Optional<Object> value, Instant until) {}

    /** What is known of a user and his company. */
    public Context.Lookup of(Tenant tenant, Model model, User user) {
        return name -> name.startsWith(USER)
                ? value(tenant, model, new FactPath(model.userEntity(), name.substring(USER.length())), user.id())
                : company(tenant, model, user, name);
    }

    private Optional<Object> company(Tenant tenant, Model model, User user, String name) {
        return user.company()
                .filter(company -> name.startsWith(COMPANY))
                .flatMap(company -> value(
                        tenant, model, new FactPath(model.companyEntity(), name.substring(COMPANY.length())), company));
    }

    private Optional<Object> value(Tenant tenant, Model model, FactPath path, UUID id) {
        Map<Key, Entry> known = tenants.computeIfAbsent(tenant.schema(), any -> new ConcurrentHashMap<>());
        Key key = new Key(path, id);
        Entry entry = known.get(key);
        Instant now = clock.instant();
        if (entry != null && entry.until().isAfter(now)) {
            return entry.value();
        }
        Optional<Object> value = path.isReadable(model) ? read(tenant, model, path, id) : Optional.empty();
        if (known.size() >= MOST_OF_A_TENANT) {
            known.clear();
        }
        known.put(key, new Entry(value, now.plus(LIFETIME)));
        return value;
    }

    private Optional<Object> read(Tenant tenant, Model model, FactPath path, UUID id) {
        Sql sql = path.sql(model, tenant.schema(), clock.instant()).then(Sql.of("", SqlValue.uuid(id)));
        return database.direct(runner -> runner.first(sql, row -> path.value(model, row)))
                .flatMap(found -> found);
    }
}
