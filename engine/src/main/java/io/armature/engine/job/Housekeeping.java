package io.armature.engine.job;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.due.DueBook;
import io.armature.engine.due.DueWork;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away, once a day, what the tenant's retention says is over. */
public final class Housekeeping implements DueWork {

    static final String KIND = "housekeeping";

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final String SETTINGS = "sys$retention";
    private static final Duration PAUSE = Duration.ofDays(1);
    private static final int AT_ONCE = 2000;

    private static final List<Shelf> SHELVES = List.of(
            new Shelf("run_days", "sys$run", "ended_at"),
            new Shelf("delivery_days", "sys$delivery", "sent_at"),
            new Shelf("dead_letter_days", "sys$delivery", "case when status = 'failed' then updated_at end"),
            new Shelf("dead_letter_days", "sys$outbox_retry", "dead_at"),
            new Shelf("script_log_days", "sys$script_log", "at"));

    private final Database database;

    public Housekeeping(Database database) {
        this.database = database;
    }

    /**
     * Rows that are kept for a while.
     *
     * @param setting the field of the retention that says for how many days; for ever while it is empty
     * @param since since when a row is over; null while it is not
     */
    private record Shelf(String setting, String table, String since) {}

    /** Has tenants looked at from when they are known. */
    static void begin(CurrentModels models, Database database, Clock clock, Executor threads) {
        models.onSwap((tenant, model) -> threads.execute(() -> {
            try {
                database.transaction(sql -> {
                    DueBook.ensure(sql, tenant, KIND, clock.instant());
                    return tenant;
                });
            } catch (DatabaseException away) {
                LOG.warn("Nobody tidies up in tenant {} yet: {}", tenant.name(), away.getMessage());
            }
        }));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Instant> run(Tenant tenant, Instant now) {
        for (Shelf shelf : SHELVES) {
            Sql some = some(tenant, shelf);
            int gone;
            do {
                gone = database.direct(sql -> sql.update(some));
            } while (gone == AT_ONCE);
        }
        return Optional.of(now.plus(PAUSE));
    }

    private static Sql some(Tenant tenant, Shelf shelf) {
        String table = Identifiers.quote(tenant.schema(), shelf.table());
        return Sql.of("delete from " + table + " where ctid = any(array(select ctid from " + table + " where "
                + shelf.since() + " < now() - make_interval(days => (select " + shelf.setting() + "::int from "
                + Identifiers.quote(tenant.schema(), SETTINGS) + " limit 1)) limit " + AT_ONCE + "))");
    }
}
