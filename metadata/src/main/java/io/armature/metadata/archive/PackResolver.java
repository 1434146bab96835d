package io.armature.metadata.archive;

import io.armature.metadata.definition.PackManifest;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;

/** Holds the packs of a site against each other: every need met, nothing in a circle, all fit for this engine. */
public final class PackResolver {

    private final Map<String, PackManifest> packs = new TreeMap<>();
    private final String engine;
    private final Problems problems = new Problems();
    private final Map<String, PackManifest> ordered = new LinkedHashMap<>();
    private final SequencedSet<String> path = new LinkedHashSet<>();

    private PackResolver(Collection<PackManifest> manifests, String engine) {
        manifests.forEach(manifest -> packs.put(manifest.name(), manifest));
        this.engine = engine;
    }

    /**
     * What was found.
     *
     * @param order names, each pack after those it requires; without packs in circles
     * @param problems everything that is wrong
     */
    public record Resolution(List<String> order, List<Problem> problems) {
        public Resolution {
            order = List.copyOf(order);
            problems = List.copyOf(problems);
        }
    }

    /** @param engine this engine's version */
    public static Resolution resolve(Collection<PackManifest> manifests, String engine) {
        return new PackResolver(manifests, engine).run();
    }

    private Resolution run() {
        for (PackManifest manifest : packs.values()) {
            checkEngine(manifest);
            checkNeeds(manifest);
        }
        packs.values().forEach(this::visit);
        return new Resolution(new ArrayList<>(ordered.keySet()), problems.sorted());
    }

    private void checkEngine(PackManifest manifest) {
        if (!VersionRange.contains(manifest.engine(), engine)) {
            problems.add(Problem.error(
                    ProblemCode.PACK_ENGINE_VERSION,
                    place(manifest, "engine"),
                    "engine",
                    manifest.name(),
                    manifest.engine(),
                    engine));
        }
    }

    private void checkNeeds(PackManifest manifest) {
        manifest.requires().forEach((name, range) -> {
            PackManifest needed = packs.get(name);
            if (needed == null || !VersionRange.contains(range, needed.version())) {
                problems.add(Problem.error(
                        ProblemCode.PACK_DEPENDENCY,
                        place(manifest, "requires"),
                        "requires." + name,
                        manifest.name(),
                        name,
                        range,
                        needed == null ? "–" : needed.version()));
            }
        });
    }

    private void visit(PackManifest manifest) {
        if (ordered.containsKey(manifest.name())) {
            return;
        }
        if (!path.add(manifest.name())) {
            problems.add(Problem.error(
                    ProblemCode.PACK_CYCLE, place(manifest, "requires"), "requires", circle(manifest.name())));
            return;
        }
        for (String name : manifest.requires().keySet()) {
            PackManifest needed = packs.get(name);
            if (needed != null) {
                visit(needed);
            }
        }
        path.remove(manifest.name());
        ordered.put(manifest.name(), manifest);
    }

    private String circle(String name) {
        List<String> names = new ArrayList<>(path);
        List<String> circle = new ArrayList<>(names.subList(names.indexOf(name), names.size()));
        circle.add(name);
        return String.join(" → ", circle);
    }

    private static Position place(PackManifest manifest, String key) {
        return manifest.source().keyPosition(key);
    }
}
