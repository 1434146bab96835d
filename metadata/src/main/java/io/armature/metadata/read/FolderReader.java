package io.armature.metadata.read;

import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files below a folder. */
final class FolderReader {

    /** What tools of JavaScript leave beside packs. */
    private static final Set<String> OF_EDITORS =
            Set.of("node_modules", "jsconfig.json", "tsconfig.json", "package.json", "package-lock.json");

    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 200_000_000;

    /** By path with forward slashes. */
    SequencedMap<String, byte[]> read(Path folder, Problems problems) {
        SequencedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : (Iterable<Path>) found.filter(path -> isOurs(folder, path))::iterator) {
                bytes += Files.size(file);
                if (files.size() >= MOST_FILES || bytes > MOST_BYTES) {
                    problems.add(Problem.error(
                            ProblemCode.PACK_TOO_LARGE,
                            Position.NONE,
                            "",
                            MOST_FILES + " files, " + MOST_BYTES + " bytes",
                            ""));
                    break;
                }
                files.put(pathInside(folder, file), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the pack in " + folder, unreadable);
        }
        return files;
    }

    private static boolean isOurs(Path folder, Path path) {
        Path inside = folder.relativize(path);
        for (Path part : inside) {
            if (part.toString().startsWith(".") || OF_EDITORS.contains(part.toString())) {
                return false;
            }
        }
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String pathInside(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
