package io.armature.engine.schema;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.schema.blueprint.SqlLiteral;
import io.armature.engine.schema.catalogue.CatalogueReader;
import io.armature.engine.schema.step.PlannedStep;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.metadata.expression.Identifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes new tables before the transaction of a plan, some at a time, where PostgreSQL has no room for the locks of all of them
 * together. Until that transaction says whose they are, nobody sees them: they are marked as staged, the catalogue leaves them
 * out, and the next change of the schema removes them when this one has failed.
 */
final class Staging {

    /** Others need locks, too. */
    private static final int SHARE = 4;
    /** Two tables with the indexes that PostgreSQL opens to look at their rows. */
    private static final int REFERENCE_LOCKS = 40;

    private static final int TABLES_AT_ONCE = 50;

    private final Database database;
    private final SchemaSettings settings;

    Staging(Database database, SchemaSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** The steps of a plan that can be done beforehand: those that are about new tables alone. */
    static List<PlannedStep> steps(List<PlannedStep> plan) {
        Set<String> made = new HashSet<>();
        plan.stream()
                .map(PlannedStep::step)
                .filter(SchemaStep.CreateTable.class::isInstance)
                .forEach(step -> made.add(step.table()));
        return plan.stream()
                .filter(step -> !step.afterCommit() && isAbout(step.step(), made))
                .toList();
    }

    private static boolean isAbout(SchemaStep step, Set<String> made) {
        return switch (step) {
            case SchemaStep.CreateExtension _ -> true;
            case SchemaStep.CreateTable _ -> true;
            case SchemaStep.CreateIndex index -> made.contains(index.table());
            case SchemaStep.MarkColumn mark -> made.contains(mark.table());
            case SchemaStep.AddForeignKey key ->
                made.contains(key.table()) && made.contains(key.shape().target());
            default -> false;
        };
    }

    /** Does the steps; what the transaction of the plan has to say in the end so that the tables are seen. */
    List<String> make(String schema, List<PlannedStep> steps, long capacity) {
        discard(schema);
        List<String> last = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        long locks = 0;
        for (PlannedStep planned : steps) {
            long needed =
                    planned.step() instanceof SchemaStep.AddForeignKey ? REFERENCE_LOCKS : LockEstimate.locks(planned);
            if (locks + needed > capacity / SHARE) {
                run(waiting);
                locks = 0;
            }
            locks += needed;
            if (planned.step() instanceof SchemaStep.CreateTable table) {
                waiting.add(planned.sql().getFirst());
                waiting.add("comment on table " + Identifiers.quote(schema, table.table()) + " is "
                        + SqlLiteral.quote(CatalogueReader.STAGED + table.mark().comment()));
                last.addAll(planned.sql().subList(1, planned.sql().size()));
            } else {
                waiting.addAll(planned.sql());
            }
        }
        run(waiting);
        return last;
    }

    /** Removes what an install made that did not come to its end. */
    void discard(String schema) {
        List<String> staged = database.direct(sql -> sql.list(
                Sql.of(
                        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = ?"
                                + " and c.relkind = 'r' and obj_description(c.oid, 'pg_class') like ? order by 1",
                        SqlValue.text(schema),
                        SqlValue.text(CatalogueReader.STAGED + "%")),
                row -> "drop table " + Identifiers.quote(schema, row.getString(1)) + " cascade"));
        for (int from = 0; from < staged.size(); from += TABLES_AT_ONCE) {
            run(new ArrayList<>(staged.subList(from, Math.min(staged.size(), from + TABLES_AT_ONCE))));
        }
    }

    /** Some statements in a transaction of their own. */
    private void run(List<String> statements) {
        if (!statements.isEmpty()) {
            database.transaction(transaction -> {
                transaction.execute(
                        "set local lock_timeout = " + settings.lockTimeout().toMillis());
                transaction.execute(String.join(";\n", statements));
                return true;
            });
            statements.clear();
        }
    }
}
