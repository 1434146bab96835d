package io.armature.engine.site;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a tenant's schema, for copying: which there are, and what links them. */
final class SiteTables {

    /** Belong to one server: what was migrated here, who is signed in here, what is still to be sent from here. */
    private static final Set<String> LOCAL = Set.of(
            "sys$migration",
            "sys$session",
            "sys$outbox",
            "sys$outbox_retry",
            "sys$event",
            "sys$event_floor",
            "sys$job",
            "sys$delivery",
            "sys$run",
            "sys$idempotency",
            "sys$data_key",
            "sys$attempt",
            "sys$link",
            "sys$mail");

    private static final String RETIRED = "_retired_";

    /** Written anew: transactions of one server mean nothing to another. */
    private static final Set<String> LOCAL_COLUMNS = Set.of("xact");

    private final SqlRunner sql;
    private final String schema;

    SiteTables(SqlRunner sql, String schema) {
        this.sql = sql;
        this.schema = schema;
    }

    /** A link between tables, as it is made and as it is taken away. */
    record Link(String table, String name, String definition, String to) {}

    /** The columns that are copied, by table; tables that stay where they are, and those that need them, are missing. */
    Map<String, List<String>> copied() {
        Map<String, List<String>> tables = new TreeMap<>();
        sql.each(
                Sql.of(
                        "select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                                + " where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p')"
                                + " and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''"
                                + " order by c.relname, a.attnum",
                        SqlValue.text(Identifiers.quote(schema))),
                row -> {
                    String column = row.getString(2);
                    if (!column.startsWith(RETIRED) && !LOCAL_COLUMNS.contains(column)) {
                        tables.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                                .add(column);
                    }
                });
        tables.keySet().removeAll(local());
        tables.keySet().removeIf(table -> table.startsWith(RETIRED));
        return tables;
    }

    /** Tables that are not copied. */
    private Set<String> local() {
        Set<String> local = new HashSet<>(LOCAL);
        boolean grown;
        do {
            grown = false;
            for (Link link : links()) {
                if (local.contains(link.to()) && !link.table().equals(link.to())) {
                    grown |= local.add(link.table());
                }
            }
        } while (grown);
        return local;
    }

    /** All links between tables of the schema. */
    List<Link> links() {
        return sql.list(
                Sql.of(
                        "select c.relname, k.conname, pg_get_constraintdef(k.oid), t.relname from pg_constraint k"
                                + " join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid"
                                + " where k.contype = 'f' and k.connamespace = ?::regnamespace"
                                + " order by c.relname, k.conname",
                        SqlValue.text(Identifiers.quote(schema))),
                row -> new Link(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    void unlink(List<Link> links) {
        links.forEach(link -> sql.execute("alter table " + Identifiers.quote(schema, link.table()) + " drop constraint "
                + Identifiers.quote(link.name())));
    }

    void relink(List<Link> links) {
        links.forEach(link -> sql.execute("alter table " + Identifiers.quote(schema, link.table()) + " add constraint "
                + Identifiers.quote(link.name()) + " " + link.definition()));
    }

    void empty(Iterable<String> tables) {
        List<String> names = new ArrayList<>();
        tables.forEach(table -> names.add(Identifiers.quote(schema, table)));
        sql.execute("truncate " + String.join(", ", names));
    }

    /** Lets counters go on behind the highest number that is there. */
    void advanceCounters() {
        Map<String, String> counters = new LinkedHashMap<>();
        sql.each(
                Sql.of(
                        "select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                                + " where c.relnamespace = ?::regnamespace and a.attidentity <> '' and c.relkind = 'r'",
                        SqlValue.text(Identifiers.quote(schema))),
                row -> counters.put(row.getString(1), row.getString(2)));
        counters.forEach((table, column) -> sql.list(
                Sql.of(
                        "select setval(pg_get_serial_sequence(?, ?), coalesce(max(" + Identifiers.quote(column)
                                + "), 0) + 1, false) from " + Identifiers.quote(schema, table),
                        SqlValue.text(Identifiers.quote(schema, table)),
                        SqlValue.text(column)),
                row -> row.getLong(1)));
    }
}
