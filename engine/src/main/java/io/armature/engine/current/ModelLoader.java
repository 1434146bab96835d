package io.armature.engine.current;

import io.armature.engine.current.PackCompiler.Outcome;
import io.armature.engine.current.PackCompiler.Part;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.ModelCompilation;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models of tenants. Tenants with the same packs share one model: it is compiled once and remembered while anybody
 * uses it. Safe for many threads.
 */
public final class ModelLoader {

    private final PackLibrary library;
    private final PackCompiler compiler;
    private final Map<String, WeakReference<Model>> models = new ConcurrentHashMap<>();
    private volatile Checked checked = new Checked("", new SoftReference<>(null));

    /** What was checked last: a plan is mostly followed by the install of the same packs. */
    private record Checked(String key, SoftReference<Outcome> outcome) {}

    public ModelLoader(PackLibrary library, PackCompiler compiler) {
        this.library = library;
        this.compiler = compiler;
    }

    /**
     * The model of a tenant with these packs, of which the active ones count.
     *
     * @throws ProblemException when they make none
     */
    public Model load(Collection<InstalledPack> packs) {
        List<InstalledPack> active =
                packs.stream().filter(InstalledPack::active).toList();
        WeakReference<Model> known = models.get(key(active.stream().map(InstalledPack::digest)));
        return known != null && known.get() instanceof Model model ? model : compileInstalled(active);
    }

    private Model compileInstalled(List<InstalledPack> packs) {
        List<Part> parts = packs.stream()
                .map(pack -> new Part(library.load(pack.digest()), pack.digest()))
                .toList();
        Outcome outcome = compiler.compile(parts);
        if (outcome.hasErrors()) {
            throw new ProblemException(
                    outcome.problems().stream().filter(Problem::isError).toList());
        }
        String key = key(parts.stream().map(Part::digest));
        return share(key, outcome.compilation()).model();
    }

    /** Compiles and checks packs in whatever order they come; everything that is wrong is told. */
    public Outcome check(Collection<Part> parts) {
        String key = key(parts.stream().map(Part::digest));
        Checked last = checked;
        if (last.key().equals(key) && last.outcome().get() instanceof Outcome known) {
            return known;
        }
        Outcome outcome = compiler.check(parts);
        if (outcome.hasErrors()) {
            return outcome;
        }
        Outcome shared = new Outcome(share(key, outcome.compilation()), outcome.problems());
        checked = new Checked(key, new SoftReference<>(shared));
        return shared;
    }

    /** Names a set of packs. */
    private static String key(Stream<String> digests) {
        return digests.sorted().collect(Collectors.joining(" "));
    }

    private ModelCompilation share(String key, ModelCompilation compilation) {
        Model model = compilation.model();
        models.values().removeIf(reference -> reference.get() == null);
        WeakReference<Model> shared = models.compute(
                key, (same, known) -> known != null && known.get() != null ? known : new WeakReference<>(model));
        return shared.get() instanceof Model known ? new ModelCompilation(known, compilation.problems()) : compilation;
    }
}
