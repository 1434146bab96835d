package io.armature.engine.cli;

import io.armature.engine.current.PackCompiler;
import io.armature.engine.current.PackCompiler.Outcome;
import io.armature.engine.current.PackCompiler.Part;
import io.armature.engine.print.PrintCheck;
import io.armature.engine.script.Hooks;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks folders of packs together with the shipped packs that they require. */
final class PackCheck {

    private final PackReader reader = new PackReader();
    private final PackFiles files = new PackFiles();

    /** Everything that is wrong, with the types of hooks where there is a TypeScript to compare them. */
    List<Problem> check(List<Path> folders) {
        Outcome outcome = outcome(folders);
        List<Problem> problems = new ArrayList<>(outcome.problems());
        if (!outcome.hasErrors()) {
            folders.forEach(folder -> problems.addAll(
                    TypeCheck.check(folder, outcome.compilation().model())));
        }
        return problems;
    }

    /**
     * The model of a pack and of what it requires.
     *
     * @throws ProblemException when it makes none
     */
    Model model(Path folder) {
        Outcome outcome = outcome(List.of(folder));
        List<Problem> errors = outcome.problems().stream()
                .filter(Problem::isError)
                .filter(problem -> !problem.code().id().startsWith("AR-5"))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
        return outcome.compilation().model();
    }

    private Outcome outcome(List<Path> folders) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Path folder : folders) {
            PackSource source = reader.read(folder);
            parts.put(source.manifest().name(), part(source));
        }
        Deque<Part> waiting = new ArrayDeque<>(parts.values());
        while (!waiting.isEmpty()) {
            for (String needed : waiting.remove().source().manifest().requires().keySet()) {
                if (!parts.containsKey(needed)) {
                    files.shipped(needed).ifPresent(archive -> {
                        Part part = new Part(reader.read(archive.files()), archive.digest());
                        parts.put(needed, part);
                        waiting.add(part);
                    });
                }
            }
        }
        try (Hooks hooks = new Hooks()) {
            PackCompiler compiler = new PackCompiler(List.of(hooks::check, PrintCheck::check));
            return compiler.check(parts.values());
        }
    }

    private static Part part(PackSource source) {
        return new Part(source, PackArchive.of(source.files()).digest());
    }
}
