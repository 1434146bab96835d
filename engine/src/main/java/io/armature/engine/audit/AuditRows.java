package io.armature.engine.audit;

import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Makes signed rows of the trail for whoever writes them together with what happened. Safe for many threads. */
public final class AuditRows {

    /** The table of the trail, in each tenant's schema. */
    public static final String TABLE = "sys$audit";

    private final Vault vault;
    private final Set<String> touched = ConcurrentHashMap.newKeySet();

    public AuditRows(Vault vault) {
        this.vault = vault;
    }

    /**
     * The row of an entry, by column.
     *
     * @param id of version 7, from the moment
     * @param at to the microsecond
     */
    public SequencedMap<String, SqlValue> row(Tenant tenant, UUID id, Instant at, AuditEntry entry) {
        touched.add(tenant.name());
        AuditRow row = new AuditRow(id, at, entry);
        SequencedMap<String, SqlValue> cells = new LinkedHashMap<>();
        cells.put("id", SqlValue.uuid(id));
        cells.put("at", SqlValue.instant(at));
        cells.put("actor", SqlValue.uuid(entry.actor().orElse(null)));
        cells.put("real_actor", SqlValue.uuid(entry.origin().realActor().orElse(null)));
        cells.put("address", SqlValue.text(entry.origin().address()));
        cells.put("entity", SqlValue.text(entry.entity()));
        cells.put("record", SqlValue.uuid(entry.record().orElse(null)));
        cells.put("version", SqlValue.integer(entry.version().orElse(null)));
        cells.put("action", SqlValue.text(entry.action()));
        cells.put("changes", new SqlValue(entry.changes(), "jsonb"));
        cells.put("details", new SqlValue(entry.details(), "jsonb"));
        cells.put("request", SqlValue.text(entry.origin().request()));
        cells.put("mac", new SqlValue(vault.trailKey(tenant).map(row::sign).orElse(null), "bytea"));
        return cells;
    }

    /** The names of tenants for which rows were made since this was last asked. */
    List<String> touched() {
        List<String> names = List.copyOf(touched);
        names.forEach(touched::remove);
        return names;
    }
}
