package io.armature.engine.pack;

import io.armature.engine.current.InstalledPack;
import io.armature.engine.current.PackCompiler.Part;
import io.armature.engine.current.PackLibrary;
import io.armature.engine.pack.PackStep.Action;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.archive.VersionRange;
import io.armature.metadata.definition.DataDefinition;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.PackManifest;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.read.PackSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packs of a tenant while changes are made to them in thought. For one plan. */
final class PackSet {

    private final PackLibrary library;
    private final Map<String, InstalledPack> before = new TreeMap<>();
    private final Map<String, InstalledPack> after = new TreeMap<>();
    private final Map<String, PackArchive> archives = new LinkedHashMap<>();
    private final List<PackStep> steps = new ArrayList<>();
    private final Problems problems = new Problems();

    PackSet(Collection<InstalledPack> installed, PackLibrary library) {
        this.library = library;
        installed.forEach(pack -> before.put(pack.name(), pack));
        after.putAll(before);
    }

    void change(PackChange change) {
        switch (change) {
            case PackChange.Install install -> install(install.archive());
            case PackChange.Uninstall uninstall -> uninstall(uninstall.pack());
            case PackChange.Activate activate -> activate(activate.pack(), true);
            case PackChange.Deactivate deactivate -> activate(deactivate.pack(), false);
        }
    }

    List<PackStep> steps() {
        return steps;
    }

    Map<String, PackArchive> archives() {
        return archives;
    }

    Collection<InstalledPack> packs() {
        return after.values();
    }

    /** The parts of the model afterwards. */
    List<Part> parts() {
        return after.values().stream()
                .filter(InstalledPack::active)
                .map(pack -> new Part(source(pack), pack.digest()))
                .toList();
    }

    /** The rows that the active packs bring. */
    List<DataDefinition> data(boolean demo) {
        return parts().stream().flatMap(part -> data(part.source(), demo)).toList();
    }

    /** The rows that the packs have brought so far, demonstrations left out. */
    List<DataDefinition> dataBefore() {
        return before.values().stream()
                .flatMap(pack -> data(library.load(pack.digest()), false))
                .toList();
    }

    private static Stream<DataDefinition> data(PackSource source, boolean demo) {
        return source.definitions().stream()
                .filter(DataDefinition.class::isInstance)
                .map(DataDefinition.class::cast)
                .filter(file -> file.demo() == demo);
    }

    /** Names that cannot be changed, and packs that others still need. */
    List<Problem> problems() {
        steps.stream()
                .filter(step -> step.action() == Action.UNINSTALL || step.action() == Action.DEACTIVATE)
                .forEach(this::checkNeeded);
        return problems.sorted();
    }

    PackSource source(InstalledPack pack) {
        PackArchive archive = archives.get(pack.name());
        return archive == null ? library.load(pack.digest()) : library.read(archive);
    }

    private void install(PackArchive archive) {
        PackSource source = library.read(archive);
        PackManifest manifest = source.manifest();
        if (manifest.name().equals(Origin.ENGINE.pack())) {
            problems.add(Problem.inValue(ProblemCode.RESERVED_NAME, "pack", manifest.name(), manifest.name() + "_1"));
            return;
        }
        InstalledPack installed = before.get(manifest.name());
        if (installed != null && installed.active() && installed.digest().equals(archive.digest())) {
            return;
        }
        List<String> wants = PackWants.of(source);
        archives.put(manifest.name(), archive);
        after.put(
                manifest.name(),
                new InstalledPack(
                        manifest.name(), manifest.title(), manifest.version(), archive.digest(), true, wants));
        steps.add(new PackStep(
                manifest.name(),
                action(installed, manifest.version()),
                Optional.ofNullable(installed).map(InstalledPack::version),
                Optional.of(manifest.version()),
                Optional.of(archive.digest()),
                Optional.of(manifest.grants()),
                asked(wants, installed)));
    }

    /** What nobody has confirmed yet. */
    private static List<String> asked(List<String> wants, @Nullable InstalledPack installed) {
        return wants.stream()
                .filter(name -> installed == null || !installed.consents().contains(name))
                .toList();
    }

    private static Action action(@Nullable InstalledPack installed, String version) {
        if (installed == null) {
            return Action.INSTALL;
        }
        int order = VersionRange.order().compare(installed.version(), version);
        return order < 0 ? Action.UPGRADE : order > 0 ? Action.DOWNGRADE : Action.REPLACE;
    }

    private void uninstall(String name) {
        InstalledPack installed = after.remove(name);
        if (installed == null) {
            unknown(name);
        } else {
            steps.add(step(installed, Action.UNINSTALL, Optional.empty()));
        }
    }

    private void activate(String name, boolean active) {
        InstalledPack installed = after.get(name);
        if (installed == null) {
            unknown(name);
        } else if (installed.active() != active) {
            after.put(
                    name,
                    new InstalledPack(
                            name,
                            installed.title(),
                            installed.version(),
                            installed.digest(),
                            active,
                            installed.consents()));
            Action action = active ? Action.ACTIVATE : Action.DEACTIVATE;
            steps.add(step(installed, action, Optional.of(installed.version())));
        }
    }

    private static PackStep step(InstalledPack pack, Action action, Optional<String> to) {
        return new PackStep(
                pack.name(),
                action,
                Optional.of(pack.version()),
                to,
                Optional.of(pack.digest()),
                Optional.empty(),
                List.of());
    }

    private void unknown(String name) {
        problems.add(Problem.inValue(ProblemCode.PACK_NOT_FOUND, "", name, Suggestion.question(name, before.keySet())));
    }

    private void checkNeeded(PackStep gone) {
        List<String> users = after.values().stream()
                .filter(InstalledPack::active)
                .filter(pack -> source(pack).manifest().requires().containsKey(gone.pack()))
                .map(InstalledPack::name)
                .toList();
        if (!users.isEmpty()) {
            problems.add(Problem.inValue(ProblemCode.PACK_IN_USE, "", gone.pack(), String.join(", ", users)));
        }
    }
}
