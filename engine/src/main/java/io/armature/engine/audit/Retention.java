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
 * can be verified as before; where all rows of a seal go, the seal alone stays. Safe for many threads.
 */
public final class Retention {

    /** Stands for all entities that have no rule of their own. */
    public static final String OTHERS = "*";

    private static final int AT_ONCE = 1000;
    private static final int SEALS_AT_ONCE = 20;

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
        int gone = wholeSeals(tenant, rules);
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

    /** What is older than all rules want goes by whole seals, which then stand for their rows: nothing stays of each. */
    private int wholeSeals(Tenant tenant, List<Rule> rules) {
        if (rules.stream().noneMatch(rule -> rule.entity().equals(OTHERS))) {
            return 0;
        }
        int longest = rules.stream().mapToInt(Rule::days).max().orElseThrow();
        Instant than = clock.instant().minus(Duration.ofDays(longest));
        int gone = 0;
        List<Seal> over;
        do {
            over = takeSeals(tenant, than);
            gone += over.stream().mapToInt(seal -> seal.rows().size()).sum();
        } while (over.size() == SEALS_AT_ONCE);
        return gone;
    }

    private List<Seal> takeSeals(Tenant tenant, Instant than) {
        Optional<byte[]> key = vault.trailKey(tenant);
        return database.transaction(sql -> {
            TrailStore store = new TrailStore(sql, tenant);
            if (key.isEmpty() || !store.lock()) {
                return List.<Seal>of();
            }
            List<Seal> over = store.sealsBefore(than, SEALS_AT_ONCE);
            if (!over.isEmpty()) {
                store.unlock();
                over.forEach(seal -> store.takeAway(seal, seal.withoutRows(key)));
            }
            return over;
        });
    }

    private int apply(Tenant tenant, Rule rule, List<String> named, Instant than) {
        Optional<byte[]> key = vault.trailKey(tenant);
        return database.transaction(sql -> {
            TrailStore store = new TrailStore(sql, tenant);
            long sealed = store.lastSeal().map(Seal::upto).orElse(0L);
            List<Stored> over = store.older(rule.entity(), named, than, sealed, AT_ONCE);
            if (!over.isEmpty()) {
                store.unlock();
                store.add(
                        over.stream()
                                .map(row -> Marks.of(row, Marks.EXPIRED, key))
                                .toList(),
                        clock.instant());
                store.delete(over.stream().map(row -> row.row().id()).toList());
            }
            return over.size();
        });
    }
}
