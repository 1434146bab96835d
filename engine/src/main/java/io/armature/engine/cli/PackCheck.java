package io.armature.engine.cli;

import io.armature.engine.current.PackCompiler;
import io.armature.engine.current.PackCompiler.Part;
import io.armature.engine.script.Hooks;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.problem.Problem;
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

    /** Everything that is wrong. */
    List<Problem> check(List<Path> folders) {
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
            PackCompiler compiler = new PackCompiler(List.of(hooks::check));
            return new ArrayList<>(compiler.check(parts.values()).problems());
        }
    }

    private static Part part(PackSource source) {
        return new Part(source, PackArchive.of(source.files()).digest());
    }
}
