package io.armature.engine.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.audit.TrailStore.Stored;
import io.armature.engine.db.Database;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes rows out of the trail when their time is over. Only sealed ones go, and their marks stay, so that what is left
 * can be verified as before. Safe for many threads.
 */
public final class Retention {

    /** Stands for all entities that have no rule of their own. */
    public static final String OTHERS = "*";

    private static final int AT_ONCE = 1000;

    private final Database database;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    public Retention(Database database, Vault vault, Audit audit, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many days rows of an entity are kept. */
    public record Rule(String entity, int days) {}

    public List<Rule> rules(Tenant tenant) {
        return database.direct(sql -> new TrailStore(sql, tenant).rules());
    }

    /**
     * Keeps rows by these rules from now on.
     *
     * @param entry who wants it; what is wanted is noted with it
     */
    public void replace(Tenant tenant, List<Rule> rules, AuditEntry entry) {
        ObjectNode days = JsonNodeFactory.instance.objectNode();
        rules.forEach(rule -> days.put(rule.entity(), rule.days()));
        database.transaction(sql -> {
            new TrailStore(sql, tenant).replaceRules(rules);
            audit.note(sql, tenant, entry.with(days.toString()));
            return rules;
        });
    }

    /** Takes away what is over; how many rows. */
    public int apply(Tenant tenant) {
        List<Rule> rules = rules(tenant);
        List<String> named = rules.stream().map(Rule::entity).toList();
        int gone = 0;
        for (Rule rule : rules) {
            Instant than = clock.instant().minus(Duration.ofDays(rule.days()));
            int some;
            do {
                some = apply(tenant, rule, named, than);
                gone += some;
            } while (some == AT_ONCE);
        }
        return gone;
    }

    private int apply(Tenant tenant, Rule rule, List<String> named, Instant than) {
        Optional<byte[]> key = vault.trailKey(tenant);
        return database.transaction(sql -> {
            TrailStore store = new TrailStore(sql, tenant);
            long sealed = store.lastSeal().map(Seal::upto).orElse(0L);
            List<Stored> over = store.older(rule.entity(), named, than, sealed, AT_ONCE);
            if (!over.isEmpty()) {
                store.unlock();
                over.forEach(row -> store.add(Marks.of(row, Marks.EXPIRED, key), clock.instant()));
                store.delete(over.stream().map(row -> row.row().id()).toList());
            }
            return over.size();
        });
    }
}
