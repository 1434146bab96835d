package io.armature.engine.pack;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.InstalledPack;
import io.armature.engine.current.ModelLoader;
import io.armature.engine.current.PackCompiler;
import io.armature.engine.current.PackLibrary;
import io.armature.engine.current.PackRegistry;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.pack.seed.SeedChanges;
import io.armature.engine.schema.SchemaPlan;
import io.armature.engine.schema.SchemaPlanner;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.workflow.WorkflowVersions;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Finds out what changes of packs would do, without doing any of it. Safe for many threads. */
public final class PackPlanner {

    private final Database database;
    private final PackLibrary library;
    private final ModelLoader loader;
    private final CurrentModels models;
    private final SchemaPlanner schemas;

    public PackPlanner(
            Database database, PackLibrary library, ModelLoader loader, CurrentModels models, SchemaPlanner schemas) {
        this.database = database;
        this.library = library;
        this.loader = loader;
        this.models = models;
        this.schemas = schemas;
    }

    /** @param demo whether the packs' demonstration data shall be loaded */
    public PackPlan plan(Tenant tenant, List<PackChange> changes, boolean demo) {
        return database.transaction(sql -> {
            sql.execute("set transaction isolation level repeatable read, read only");
            return plan(sql, tenant, changes, demo);
        });
    }

    private PackPlan plan(SqlRunner sql, Tenant tenant, List<PackChange> changes, boolean demo) {
        long version = PackRegistry.state(sql, tenant).version();
        PackSet set = new PackSet(PackRegistry.packs(sql, tenant), library);
        changes.forEach(set::change);
        PackCompiler.Outcome outcome = loader.check(set.parts());
        List<Problem> problems = new ArrayList<>(set.problems());
        if (problems.isEmpty()) {
            problems.addAll(outcome.problems());
        }
        Model model = outcome.compilation().model();
        boolean sound = problems.stream().noneMatch(Problem::isError);
        SchemaPlan schema = sound
                ? schemas.plan(sql, tenant.schema(), model)
                : new SchemaPlan(tenant.schema(), "", List.of(), List.of());
        problems.addAll(schema.findings());
        if (sound) {
            problems.addAll(WorkflowVersions.findings(sql, tenant.schema(), model));
        }
        return new PackPlan(
                tenant,
                version,
                set.steps(),
                List.copyOf(set.packs()),
                set.archives(),
                model,
                schema,
                PermissionChanges.between(models.of(tenant), model),
                sound ? MigrationStore.pending(sql, tenant, model) : List.of(),
                sound ? SeedChanges.between(model, set.dataBefore(), set.data(false)) : List.of(),
                sound && demo ? set.data(true) : List.of(),
                problems);
    }

    /** The tenant's packs, by name. */
    public List<InstalledPack> installed(Tenant tenant) {
        return database.direct(sql -> PackRegistry.packs(sql, tenant));
    }
}
