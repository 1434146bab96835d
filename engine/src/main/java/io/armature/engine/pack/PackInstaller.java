package io.armature.engine.pack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.Origin;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.InstalledPack;
import io.armature.engine.current.ModelWatcher;
import io.armature.engine.current.PackRegistry;
import io.armature.engine.current.PackRegistry.ModelState;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Transaction;
import io.armature.engine.due.DueBook;
import io.armature.engine.identity.User;
import io.armature.engine.pack.seed.SeedLoader;
import io.armature.engine.schema.SchemaApplier;
import io.armature.engine.schema.SchemaLock;
import io.armature.engine.schema.step.PlannedStep;
import io.armature.engine.workflow.TimerStore;
import io.armature.engine.workflow.WorkflowVersions;
import io.armature.metadata.archive.ArchiveWriter;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.definition.MigrationDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Does exactly what a plan says, in one transaction: tables, migrations, data, registry and the number of the model.
 * Whatever fails, or whenever the process dies, everything is as it was. Safe for many threads.
 */
public final class PackInstaller {

    /** What a change of packs is called in the trail, and what it is about. */
    public static final String ACTION = "pack";

    public static final String ENTITY = "sys.pack";

    private final SchemaLock lock;
    private final SchemaApplier applier;
    private final SeedLoader seeds;
    private final CurrentModels models;
    private final Audit audit;

    public PackInstaller(SchemaLock lock, SchemaApplier applier, SeedLoader seeds, CurrentModels models, Audit audit) {
        this.lock = lock;
        this.applier = applier;
        this.seeds = seeds;
        this.models = models;
        this.audit = audit;
    }

    /**
     * Installs a plan; the tenant's model is swapped when this returns.
     *
     * @param allowDestructive whether columns and tables may be taken out of use
     * @throws ProblemException AR-620 when the site changed since the plan was made, AR-621 or the plan's own problems
     *     when it is not possible, AR-622 when it takes away what was not allowed to go
     */
    public void install(PackPlan plan, boolean allowDestructive) {
        install(
                plan,
                allowDestructive,
                AuditEntry.of(ACTION, ENTITY, Origin.of("install")).by(User.SYSTEM.id()));
    }

    /**
     * The same, noted in the trail as somebody's doing.
     *
     * @param entry who does it
     */
    public void install(PackPlan plan, boolean allowDestructive, AuditEntry entry) {
        check(plan, allowDestructive);
        if (plan.isEmpty()) {
            return;
        }
        ModelState state = install(plan, entry);
        models.swap(plan.tenant(), state.version(), plan.model());
        applier.finish(plan.schema());
    }

    private ModelState install(PackPlan plan, AuditEntry entry) {
        try {
            return lock.locked(plan.tenant().schema(), transaction -> perform(plan, transaction, entry));
        } catch (RuntimeException failed) {
            try {
                applier.discard(plan.schema());
            } catch (RuntimeException worse) {
                failed.addSuppressed(worse);
            }
            throw failed;
        }
    }

    private ModelState perform(PackPlan plan, Transaction transaction, AuditEntry entry) {
        if (PackRegistry.lockState(transaction, plan.tenant()).version() != plan.baseVersion()) {
            throw new ProblemException(Problem.inValue(ProblemCode.PLAN_OUTDATED, ""));
        }
        applier.perform(plan.schema(), transaction);
        for (MigrationDefinition migration : plan.migrations()) {
            MigrationStore.run(transaction, plan.tenant(), migration);
        }
        load(plan, transaction);
        if (WorkflowVersions.upgrade(transaction, plan.tenant().schema(), plan.model())) {
            transaction.update(DueBook.note(plan.tenant(), TimerStore.KIND, Instant.EPOCH));
        }
        register(plan, transaction);
        ModelState state =
                PackRegistry.advance(transaction, plan.tenant(), plan.model().digest());
        audit.note(transaction, plan.tenant(), entry.with(details(plan)));
        ModelWatcher.announce(transaction, plan.tenant());
        return state;
    }

    private static String details(PackPlan plan) {
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("plan", plan.digest());
        ArrayNode packs = details.putArray("packs");
        plan.steps().forEach(step -> {
            ObjectNode pack = packs.addObject()
                    .put("pack", step.pack())
                    .put("done", step.action().name().toLowerCase(Locale.ROOT));
            step.from().ifPresent(version -> pack.put("from", version));
            step.to().ifPresent(version -> pack.put("to", version));
            step.digest().ifPresent(digest -> pack.put("digest", digest));
            step.asked().forEach(pack.withArray("consents")::add);
        });
        return details.put("permissions", plan.permissions().size()).toString();
    }

    private void load(PackPlan plan, Transaction transaction) {
        if (plan.seeds().isEmpty() && plan.demo().isEmpty()) {
            return;
        }
        RequestContext context =
                new RequestContext(plan.tenant(), plan.model(), User.SYSTEM, Locale.ENGLISH, "install");
        seeds.load(context, transaction, plan.seeds(), SeedLoader.Existing.UPDATE);
        seeds.load(context, transaction, plan.demo(), SeedLoader.Existing.KEEP);
    }

    private static void register(PackPlan plan, Transaction transaction) {
        Set<String> names = new HashSet<>();
        for (InstalledPack pack : plan.packs()) {
            names.add(pack.name());
            PackArchive archive = plan.archives().get(pack.name());
            if (archive != null) {
                byte[] bytes = new ArchiveWriter().write(archive.files(), Optional.empty());
                PackRegistry.keep(transaction, plan.tenant(), archive.digest(), pack.name(), pack.version(), bytes);
            }
            if (plan.steps().stream().anyMatch(step -> step.pack().equals(pack.name()))) {
                PackRegistry.put(transaction, plan.tenant(), pack);
            }
        }
        for (InstalledPack pack : PackRegistry.packs(transaction, plan.tenant())) {
            if (!names.contains(pack.name())) {
                PackRegistry.remove(transaction, plan.tenant(), pack.name());
            }
        }
    }

    private static void check(PackPlan plan, boolean allowDestructive) {
        if (!plan.blocking().isEmpty()) {
            throw new ProblemException(plan.blocking());
        }
        List<PlannedStep> destructive = plan.schema().destructive();
        if (!destructive.isEmpty() && !allowDestructive && !plan.takesPacksAway()) {
            String steps = destructive.stream().map(PlannedStep::text).collect(Collectors.joining("; "));
            throw new ProblemException(Problem.inValue(ProblemCode.PLAN_DESTRUCTIVE, "", steps));
        }
    }
}
