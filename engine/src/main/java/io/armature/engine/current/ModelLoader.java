package io.armature.engine.current;

import io.armature.metadata.archive.EngineVersion;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.archive.PackResolver;
import io.armature.metadata.archive.PackResolver.Resolution;
import io.armature.metadata.definition.PackManifest;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.ModelCompilation;
import io.armature.metadata.model.ModelCompiler;
import io.armature.metadata.model.ModelSource;
import io.armature.metadata.model.PackInfo;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.read.PackSource;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles models out of packs. Tenants with the same packs share one model: it is compiled once and remembered while
 * anybody uses it. Safe for many threads.
 */
public final class ModelLoader {

    private final PackLibrary library;
    private final PackArchive builtInArchive;
    private final PackSource builtIn;
    private final Map<String, WeakReference<Model>> models = new ConcurrentHashMap<>();

    public ModelLoader(PackLibrary library) {
        this.library = library;
        this.builtInArchive = BuiltInPack.read();
        this.builtIn = library.read(builtInArchive);
    }

    /** A pack that shall be part of a model. */
    public record Part(PackSource source, String digest) {}

    /**
     * What packs come to.
     *
     * @param compilation the model and what is wrong with it
     * @param problems everything that is wrong: with files, needs and meaning
     */
    public record Outcome(ModelCompilation compilation, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }

        public boolean hasErrors() {
            return problems.stream().anyMatch(Problem::isError);
        }
    }

    /** The model of a tenant with these packs, of which the active ones count. */
    public Model load(Collection<InstalledPack> packs) {
        List<InstalledPack> active = packs.stream().filter(InstalledPack::active).toList();
        WeakReference<Model> known = models.get(key(active.stream().map(InstalledPack::digest)));
        return known != null && known.get() instanceof Model model ? model : compileInstalled(active);
    }

    private Model compileInstalled(List<InstalledPack> packs) {
        Outcome outcome = compile(packs.stream()
                .map(pack -> new Part(library.load(pack.digest()), pack.digest()))
                .toList());
        if (outcome.hasErrors()) {
            throw new ProblemException(
                    outcome.problems().stream().filter(Problem::isError).toList());
        }
        return outcome.compilation().model();
    }

    /** Compiles packs in whatever order they come; everything that is wrong is told. */
    public Outcome compile(Collection<Part> parts) {
        Map<String, Part> byName = new TreeMap<>();
        parts.forEach(part -> byName.put(part.source().manifest().name(), part));
        List<PackManifest> manifests =
                byName.values().stream().map(part -> part.source().manifest()).toList();
        Resolution resolution = PackResolver.resolve(manifests, EngineVersion.CURRENT);
        List<ModelSource> sources = new ArrayList<>();
        sources.add(source(new Part(builtIn, builtInArchive.digest())));
        resolution.order().forEach(name -> sources.add(source(Objects.requireNonNull(byName.get(name)))));
        ModelCompilation compilation = ModelCompiler.compile(sources);
        List<Problem> problems = new ArrayList<>(resolution.problems());
        byName.values().forEach(part -> problems.addAll(part.source().problems()));
        problems.addAll(compilation.problems());
        Outcome outcome = new Outcome(compilation, problems);
        return outcome.hasErrors()
                ? outcome
                : new Outcome(share(key(parts.stream().map(Part::digest)), compilation), problems);
    }

    /** Names a set of packs. */
    private static String key(Stream<String> digests) {
        return digests.sorted().collect(Collectors.joining(" "));
    }

    private ModelCompilation share(String key, ModelCompilation compilation) {
        Model model = compilation.model();
        models.values().removeIf(reference -> reference.get() == null);
        WeakReference<Model> shared = models.compute(
                key,
                (same, known) -> known != null && known.get() != null ? known : new WeakReference<>(model));
        return shared.get() instanceof Model known ? new ModelCompilation(known, compilation.problems()) : compilation;
    }

    private static ModelSource source(Part part) {
        PackManifest manifest = part.source().manifest();
        PackInfo pack = new PackInfo(manifest.name(), manifest.version(), manifest.title(), manifest.requires());
        return new ModelSource(pack, part.source().definitions(), part.digest());
    }
}
