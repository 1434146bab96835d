package io.armature.metadata.read;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which files of a pack are definitions, and which have no place in it. */
final class PackLayout {

    /** Folders and files that are kept but mean nothing to the engine. */
    private static final Set<String> FREE_FOLDERS = Set.of("docs", "assets", "types");

    private PackLayout() {}

    static List<PackPath> paths(Set<String> files, Problems problems) {
        List<PackPath> paths = new ArrayList<>();
        Map<String, PackPath> seen = new HashMap<>();
        for (String file : files) {
            Optional<PackPath> path = PackPath.of(file);
            if (path.isPresent() && (path.get().isTree() || TextDefinitions.has(path.get()))) {
                add(path.get(), paths, seen, problems);
            } else if (!isFree(file)) {
                misplaced(file, problems);
            }
        }
        return paths;
    }

    private static void add(PackPath path, List<PackPath> paths, Map<String, PackPath> seen, Problems problems) {
        Position place = new Position(path.path(), 0, 0);
        if (!NameRules.fits(path.kind(), path.name())) {
            problems.add(Problem.error(
                    ProblemCode.INVALID_NAME, place, "", path.name(), Integer.toString(NameRules.LONGEST)));
        }
        boolean demo = path.path().startsWith("data/demo/");
        PackPath first = seen.putIfAbsent(path.kind() + (demo ? " demo " : " ") + path.name(), path);
        if (first == null) {
            paths.add(path);
        } else {
            problems.add(Problem.error(
                    ProblemCode.DUPLICATE_DEFINITION, place, "", path.kind().schema(), path.name(), first.path()));
        }
    }

    /** Files at the top such as README.md, folders for people, and the HTML beside prints and pages. */
    private static boolean isFree(String file) {
        int slash = file.indexOf('/');
        if (slash < 0) {
            return !file.startsWith("pack.");
        }
        String folder = file.substring(0, slash);
        boolean template = file.endsWith(".html")
                || file.endsWith(".css")
                || file.endsWith(".svg")
                || PrintFiles.mediaType(file).isPresent();
        return FREE_FOLDERS.contains(folder)
                || (Kind.ofFolder(folder)
                                .filter(kind -> kind == Kind.PRINT || kind == Kind.PAGE)
                                .isPresent()
                        && template);
    }

    private static void misplaced(String file, Problems problems) {
        int slash = file.indexOf('/');
        String folder = slash < 0 ? file : file.substring(0, slash);
        List<String> folders = Arrays.stream(Kind.values())
                .map(Kind::folder)
                .filter(name -> !name.isEmpty())
                .toList();
        String advice = folders.contains(folder) ? "" : Suggestion.question(folder, folders);
        problems.add(Problem.error(ProblemCode.UNKNOWN_KIND, new Position(file, 0, 0), "", file, advice));
    }
}
