package io.armature.engine.current;

import io.armature.metadata.archive.EngineVersion;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.archive.PackResolver;
import io.armature.metadata.archive.PackResolver.Resolution;
import io.armature.metadata.check.PackChecks;
import io.armature.metadata.definition.PackManifest;
import io.armature.metadata.model.ModelCompilation;
import io.armature.metadata.model.ModelCompiler;
import io.armature.metadata.model.ModelSource;
import io.armature.metadata.model.PackInfo;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Holds packs against each other and compiles them, together with the built-in pack. Needs no database. */
public final class PackCompiler {

    private final Part builtIn;
    private final List<ModelCheck> checks;

    /** @param checks what rooms to the right look at, too */
    public PackCompiler(List<ModelCheck> checks) {
        this.checks = List.copyOf(checks);
        PackArchive archive = BuiltInPack.read();
        builtIn = new Part(new PackReader().read(archive.files()), archive.digest());
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

    /** Compiles packs and checks what their definitions mean; everything that is wrong is told. */
    public Outcome check(Collection<Part> parts) {
        Outcome outcome = compile(parts);
        List<Problem> problems = new ArrayList<>(outcome.problems());
        problems.addAll(PackChecks.check(
                parts.stream().map(Part::source).toList(), outcome.compilation().model()));
        if (!outcome.hasErrors()) {
            checks.forEach(
                    check -> problems.addAll(check.check(outcome.compilation().model())));
        }
        return new Outcome(outcome.compilation(), problems.stream().distinct().toList());
    }

    /** Compiles packs in whatever order they come, without asking what is not needed to run them. */
    public Outcome compile(Collection<Part> parts) {
        Map<String, Part> byName = new TreeMap<>();
        parts.forEach(part -> byName.put(part.source().manifest().name(), part));
        List<PackManifest> manifests =
                byName.values().stream().map(part -> part.source().manifest()).toList();
        Resolution resolution = PackResolver.resolve(manifests, EngineVersion.CURRENT);
        List<ModelSource> sources = new ArrayList<>();
        sources.add(source(builtIn));
        resolution.order().forEach(name -> sources.add(source(Objects.requireNonNull(byName.get(name)))));
        ModelCompilation compilation = ModelCompiler.compile(sources);
        List<Problem> problems = new ArrayList<>(resolution.problems());
        byName.values().forEach(part -> problems.addAll(part.source().problems()));
        problems.addAll(compilation.problems());
        return new Outcome(compilation, problems);
    }

    private static ModelSource source(Part part) {
        PackManifest manifest = part.source().manifest();
        PackInfo pack = PackInfo.of(manifest);
        return new ModelSource(pack, part.source().definitions(), part.digest());
    }
}
