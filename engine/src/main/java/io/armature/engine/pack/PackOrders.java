package io.armature.engine.pack;

import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans and installs by names. */
public final class PackOrders {

    private final ArchiveShelf shelf;
    private final PackPlanner planner;
    private final PackInstaller installer;

    public PackOrders(ArchiveShelf shelf, PackPlanner planner, PackInstaller installer) {
        this.shelf = shelf;
        this.planner = planner;
        this.installer = installer;
    }

    /**
     * What a verb with packs would do.
     *
     * @param packs names; for install and upgrade also digests and name@version
     */
    public PackPlan plan(Tenant tenant, PackVerb verb, List<String> packs, boolean demo) {
        List<PackChange> changes = packs.stream()
                .map(pack -> verb.change(pack, name -> shelf.take(tenant, name)))
                .toList();
        return planner.plan(tenant, changes, demo);
    }

    /** Does what a plan says; see {@link PackInstaller#install}. */
    public void perform(PackPlan plan, boolean allowDestructive) {
        installer.install(plan, allowDestructive);
    }

    /**
     * Does what a plan says, as asked for by a request.
     *
     * @param consents what was confirmed of what hooks may reach; packs that ship need none
     * @throws ProblemException when more is asked for than that, or SQL would run that the operator does not stand for; nothing
     *     is changed then
     */
    public void perform(PackPlan plan, boolean allowDestructive, Collection<String> consents, RequestContext context) {
        if (!context.user().id().equals(User.SYSTEM.id())) {
            requireTrusted(plan);
        }
        for (PackStep step : plan.steps()) {
            List<String> missing = step.consents().stream()
                    .filter(consent -> !consents.contains(consent))
                    .toList();
            if (!missing.isEmpty() && !shelf.isShipped(step)) {
                throw new ProblemException(
                        Problem.inValue(ProblemCode.PACK_CONSENT, "consent", step.pack(), String.join(", ", missing)));
            }
        }
        installer.install(
                plan,
                allowDestructive,
                AuditEntry.of(PackInstaller.ACTION, PackInstaller.ENTITY, context.origin())
                        .by(context.user().id()));
    }

    /** SQL of a pack runs as the engine itself, which may do everything to every tenant: only operators let it in. */
    private void requireTrusted(PackPlan plan) {
        if (plan.tenant().isMain() || plan.migrations().isEmpty()) {
            return;
        }
        Set<String> packs = plan.migrations().stream()
                .map(migration -> migration.origin().pack())
                .collect(Collectors.toSet());
        for (PackStep step : plan.steps()) {
            if (packs.remove(step.pack()) && !shelf.isOperators(step)) {
                throw forbidden(step.pack());
            }
        }
        packs.stream().findFirst().ifPresent(pack -> {
            throw forbidden(pack);
        });
    }

    private static ProblemException forbidden(String pack) {
        return new ProblemException(Problem.inValue(
                ProblemCode.FORBIDDEN,
                "packs",
                "run SQL of the pack " + pack,
                "Have it uploaded in the main tenant first, or leave its migrations out."));
    }

    /** Installs packs into a tenant. */
    public void install(Tenant tenant, List<String> packs, boolean demo) {
        perform(plan(tenant, PackVerb.INSTALL, packs, demo), false);
    }
}
