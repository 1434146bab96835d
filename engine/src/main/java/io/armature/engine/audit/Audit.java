package io.armature.engine.audit;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Notes what happens in the trail of a tenant. Safe for many threads. */
public final class Audit {

    private final Database database;
    private final AuditRows rows;
    private final Clock clock;
    private final Function<Instant, UUID> ids;

    /** @param ids new ids of version 7 from their moment */
    public Audit(Database database, AuditRows rows, Clock clock, Function<Instant, UUID> ids) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
        this.ids = ids;
    }

    /** Notes it together with what the transaction does: both are kept, or none. */
    public void note(SqlRunner transaction, Tenant tenant, AuditEntry entry) {
        note(transaction, tenant, List.of(entry));
    }

    /** Notes it by itself; it is kept when this returns. */
    public void note(Tenant tenant, AuditEntry entry) {
        database.transaction(sql -> {
            note(sql, tenant, entry);
            return entry;
        });
    }

    /** Notes several things in one statement. */
    void note(SqlRunner sql, Tenant tenant, List<AuditEntry> entries) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<SequencedMap<String, SqlValue>> all = entries.stream()
                .map(entry -> rows.row(tenant, ids.apply(now), now, entry))
                .toList();
        SequencedMap<String, SqlValue> first = all.getFirst();
        String places = "(" + first.keySet().stream().map(any -> "?").collect(Collectors.joining(", ")) + ")";
        List<SqlValue> values = new ArrayList<>();
        all.forEach(row -> values.addAll(row.values()));
        sql.update(new Sql(
                "insert into " + Identifiers.quote(tenant.schema(), AuditRows.TABLE) + " ("
                        + first.keySet().stream().map(Identifiers::quote).collect(Collectors.joining(", "))
                        + ") values "
                        + all.stream().map(any -> places).collect(Collectors.joining(", ")),
                values));
    }
}
