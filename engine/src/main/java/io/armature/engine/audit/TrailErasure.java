package io.armature.engine.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.audit.TrailStore.Stored;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes the trail forget a person: values go, what happened and when stays. The signature under which a row was sealed
 * is kept beside it, so that its seal still holds.
 */
public final class TrailErasure {

    private final Vault vault;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public TrailErasure(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Forgets in the transaction at hand.
     *
     * @param fields the fields to forget, by record
     * @param person whose addresses are forgotten too
     * @return how many rows have forgotten
     * @throws ProblemException when the trail is just being sealed
     */
    public int forget(SqlRunner sql, Tenant tenant, Map<UUID, Set<String>> fields, UUID person) {
        TrailStore store = new TrailStore(sql, tenant);
        if (!store.lock()) {
            throw new ProblemException(Problem.inValue(ProblemCode.UNAVAILABLE, "", "the trail is just being sealed"));
        }
        Optional<byte[]> key = vault.trailKey(tenant);
        List<Stored> rows = store.about(fields.keySet(), person);
        Set<UUID> sealed = store.sealed(rows.stream().map(row -> row.row().id()).toList());
        store.unlock();
        int changed = 0;
        for (Stored row : rows) {
            AuditEntry before = row.row().entry();
            AuditEntry after = forgotten(before, fields, person);
            if (!after.equals(before)) {
                AuditRow fresh = new AuditRow(row.row().id(), row.row().at(), after);
                if (sealed.contains(fresh.id())) {
                    store.add(Marks.of(row, Marks.ERASED, key), clock.instant());
                }
                store.replace(fresh, key.map(fresh::sign).orElse(null));
                changed++;
            }
        }
        return changed;
    }

    private AuditEntry forgotten(AuditEntry entry, Map<UUID, Set<String>> fields, UUID person) {
        Set<String> gone = entry.record().map(fields::get).orElse(null) instanceof Set<String> some ? some : Set.of();
        boolean own = entry.actor().filter(person::equals).isPresent()
                || entry.origin().realActor().filter(person::equals).isPresent();
        Origin origin =
                own ? new Origin(entry.origin().request(), "", entry.origin().realActor()) : entry.origin();
        return new AuditEntry(
                entry.action(),
                entry.entity(),
                entry.record(),
                entry.version(),
                entry.actor(),
                origin,
                gone.isEmpty() ? entry.changes() : without(entry.changes(), gone),
                entry.details());
    }

    private String without(String changes, Set<String> gone) {
        try {
            ObjectNode node = (ObjectNode) json.readTree(changes);
            boolean any = false;
            for (String field : gone) {
                if (node.has(field)) {
                    node.putArray(field).addNull().addNull();
                    any = true;
                }
            }
            return any ? node.toString() : changes;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The trail holds JSON", impossible);
        }
    }
}
