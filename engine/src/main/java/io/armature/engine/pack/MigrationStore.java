package io.armature.engine.pack;

import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.archive.VersionRange;
import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.MigrationDefinition;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which migrations of packs a tenant has seen. */
final class MigrationStore {

    private MigrationStore() {}

    /** The migrations of a model that the tenant has not seen: in the order of packs, then of versions. */
    static List<MigrationDefinition> pending(SqlRunner sql, Tenant tenant, Model model) {
        Set<String> seen = new HashSet<>(
                sql.list(Sql.of("select pack || ' ' || migration from " + table(tenant)), row -> row.getString(1)));
        List<String> packs = new ArrayList<>(model.packs().keySet());
        List<MigrationDefinition> pending = new ArrayList<>();
        for (Definition definition : model.definitions(Kind.MIGRATION).values()) {
            if (definition instanceof MigrationDefinition migration && !seen.contains(key(migration))) {
                pending.add(migration);
            }
        }
        pending.sort(Comparator.comparingInt((MigrationDefinition migration) ->
                        packs.indexOf(migration.origin().pack()))
                .thenComparing(migration -> dotted(migration.version()), VersionRange.order())
                .thenComparing(MigrationDefinition::name));
        return pending;
    }

    /** Runs a migration with the tenant's schema as the place of its tables. */
    static void run(SqlRunner sql, Tenant tenant, MigrationDefinition migration) {
        sql.execute("set local search_path to " + Identifiers.quote(tenant.schema()) + ", public");
        try {
            sql.execute(migration.sql());
        } catch (DatabaseException refused) {
            throw new ProblemException(Problem.error(
                    ProblemCode.PLAN_BLOCKED,
                    migration.origin().position(),
                    migration.name(),
                    String.valueOf(refused.getMessage()),
                    refused.detail().orElse("")));
        }
        sql.execute("set local search_path to default");
        sql.update(Sql.of(
                "insert into " + table(tenant) + " (pack, migration) values (?, ?)",
                SqlValue.text(migration.origin().pack()),
                SqlValue.text(migration.name())));
    }

    /** {@code 3} and {@code 3.1} as versions of three parts. */
    private static String dotted(String version) {
        long dots = version.chars().filter(letter -> letter == '.').count();
        return version + ".0".repeat((int) Math.max(0, 2 - dots));
    }

    private static String key(MigrationDefinition migration) {
        return migration.origin().pack() + " " + migration.name();
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$pack_migration");
    }
}
