package io.armature.engine.pack;

import io.armature.engine.current.InstalledPack;
import io.armature.engine.schema.SchemaPlan;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.definition.DataDefinition;
import io.armature.metadata.definition.MigrationDefinition;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Exactly what a change of packs would do.
 *
 * @param baseVersion of the tenant's model when the plan was made
 * @param steps pack by pack
 * @param packs the tenant's packs afterwards
 * @param archives to keep, by pack
 * @param model afterwards
 * @param schema what happens to tables
 * @param permissions what roles may do otherwise than before
 * @param migrations SQL of packs that has not run yet, in its order
 * @param seeds rows of data that say something new
 * @param demo demonstration data; a row that is there already stays as it is
 * @param problems errors forbid to install the plan, warnings are worth a look
 */
public record PackPlan(
        Tenant tenant,
        long baseVersion,
        List<PackStep> steps,
        List<InstalledPack> packs,
        Map<String, PackArchive> archives,
        Model model,
        SchemaPlan schema,
        List<PermissionChange> permissions,
        List<MigrationDefinition> migrations,
        List<DataDefinition> seeds,
        List<DataDefinition> demo,
        List<Problem> problems) {

    public PackPlan {
        steps = List.copyOf(steps);
        packs = List.copyOf(packs);
        archives = Map.copyOf(archives);
        permissions = List.copyOf(permissions);
        migrations = List.copyOf(migrations);
        seeds = List.copyOf(seeds);
        demo = List.copyOf(demo);
        problems = List.copyOf(problems);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty() && schema.isEmpty() && migrations.isEmpty() && seeds.isEmpty() && demo.isEmpty();
    }

    /** Problems that forbid to install the plan. */
    public List<Problem> blocking() {
        return problems.stream().filter(Problem::isError).toList();
    }

    /** Whether packs go or rest, which takes their tables out of use on purpose. */
    public boolean takesPacksAway() {
        return steps.stream()
                .anyMatch(step ->
                        step.action() == PackStep.Action.UNINSTALL || step.action() == PackStep.Action.DEACTIVATE);
    }

    /** Equal for plans that do the same to the same site. */
    public String digest() {
        StringBuilder text = new StringBuilder(tenant.name())
                .append('\n')
                .append(baseVersion)
                .append('\n');
        steps.forEach(step -> text.append(step).append('\n'));
        text.append(schema.digest()).append('\n').append(rows());
        migrations.forEach(migration -> text.append('\n').append(migration.sql()));
        return sha256(text.toString());
    }

    /** How many rows are written, by entity. */
    public SortedMap<String, Integer> rows() {
        SortedMap<String, Integer> rows = new TreeMap<>();
        Stream.concat(seeds.stream(), demo.stream())
                .forEach(file -> rows.merge(file.entity(), file.rows().size(), Integer::sum));
        return rows;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
