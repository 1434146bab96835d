package io.armature.engine.pack;

import io.armature.engine.current.InstalledPack;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The packs that a tenant shall have when the server starts: those asked for; else all shipped ones when it is new, and
 * the shipped versions of what it has.
 */
public final class FirstPacks {

    private static final int ATTEMPTS = 5;

    private final ShippedPacks shipped;
    private final PackPlanner planner;
    private final PackInstaller installer;

    public FirstPacks(ShippedPacks shipped, PackPlanner planner, PackInstaller installer) {
        this.shipped = shipped;
        this.planner = planner;
        this.installer = installer;
    }

    /**
     * Installs what is missing or older; nothing is planned when all is as it should be.
     *
     * @param asked names, folders or archives; the shipped packs when empty
     */
    public void ensure(Tenant tenant, Optional<List<String>> asked, boolean demo) {
        for (int attempt = 1; ; attempt++) {
            Map<String, InstalledPack> installed = planner.installed(tenant).stream()
                    .collect(Collectors.toMap(InstalledPack::name, Function.identity()));
            List<PackChange> changes = changes(installed, asked);
            if (changes.isEmpty() && !demo) {
                return;
            }
            try {
                PackPlan plan = planner.plan(tenant, changes, demo);
                installer.install(plan, false);
                return;
            } catch (ProblemException refused) {
                boolean outdated = refused.problems().getFirst().code() == ProblemCode.PLAN_OUTDATED;
                if (!outdated || attempt == ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }

    private List<PackChange> changes(Map<String, InstalledPack> installed, Optional<List<String>> asked) {
        List<String> wanted = asked.orElseGet(() -> shipped.names().stream()
                .filter(name -> installed.isEmpty() || installed.containsKey(name))
                .toList());
        List<String> digests =
                installed.values().stream().map(InstalledPack::digest).toList();
        List<PackChange> changes = new ArrayList<>();
        for (String name : wanted) {
            PackArchive archive = shipped.read(name);
            if (!digests.contains(archive.digest())) {
                changes.add(new PackChange.Install(archive));
            }
        }
        return changes;
    }
}
