package io.armature.metadata.read;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.PackManifest;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Reads all files of a pack. Safe for several threads. */
public final class PackReader {

    private static final Comparator<PackPath> ORDER =
            Comparator.comparing(PackPath::kind).thenComparing(PackPath::path);

    private final DefinitionParsers parsers = new DefinitionParsers();
    private final ShapeChecker shapes = new ShapeChecker();
    private final FolderReader folders = new FolderReader();

    /** The pack in a folder. Hidden files and folders are left out, and what links lead to outside of it. */
    public PackSource read(Path folder) {
        Problems problems = new Problems();
        SequencedMap<String, byte[]> files = folders.read(folder, problems);
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return read(files, name == null ? "" : name.toString(), problems);
    }

    /**
     * The pack in these files.
     *
     * @param files by path inside the pack, with forward slashes
     */
    public PackSource read(Map<String, byte[]> files) {
        return read(new TreeMap<>(files), "", new Problems());
    }

    private PackSource read(Map<String, byte[]> files, String folder, Problems problems) {
        SequencedMap<String, byte[]> sorted = new LinkedHashMap<>(new TreeMap<>(files));
        List<PackPath> paths = PackLayout.paths(sorted.keySet(), problems).stream()
                .sorted(ORDER)
                .toList();
        PackManifest manifest = manifest(paths, sorted, folder, problems);
        List<Definition> definitions = new ArrayList<>();
        PrintFiles prints = new PrintFiles(sorted);
        List<Read> read = paths.parallelStream()
                .filter(path -> path.kind() != Kind.PACK)
                .map(path -> read(path, manifest, sorted))
                .toList();
        for (Read one : read) {
            one.problems().sorted().forEach(problems::add);
            one.definition().map(prints::complete).ifPresent(definitions::add);
        }
        return new PackSource(manifest, definitions, sorted, problems.sorted());
    }

    /** One file and what is wrong with it. */
    private record Read(Optional<Definition> definition, Problems problems) {}

    private Read read(PackPath path, PackManifest manifest, Map<String, byte[]> files) {
        Problems problems = new Problems();
        return new Read(definition(path, origin(manifest, path), bytes(files, path), problems), problems);
    }

    private PackManifest manifest(List<PackPath> paths, Map<String, byte[]> files, String folder, Problems problems) {
        Optional<PackPath> path =
                paths.stream().filter(file -> file.kind() == Kind.PACK).findFirst();
        if (path.isEmpty()) {
            problems.add(Problem.error(ProblemCode.NO_MANIFEST, Position.NONE, "", folder));
        }
        String file = path.map(PackPath::path).orElse("pack.yaml");
        MapNode tree = path.flatMap(found -> tree(found, bytes(files, found), problems))
                .orElseGet(() -> new MapNode(new Position(file, 1, 1), new LinkedHashMap<>(), Map.of()));
        String pack = tree.get("pack").flatMap(Entries::text).orElse(folder);
        String version = tree.get("version").flatMap(Entries::text).orElse("0.0.0");
        return new ManifestParser().parse(pack, new Entries(tree, new Origin(pack, version, tree.position())));
    }

    private Optional<Definition> definition(PackPath path, Origin origin, byte[] bytes, Problems problems) {
        if (TextDefinitions.has(path)) {
            return FileText.decode(path.path(), bytes, problems)
                    .map(text -> TextDefinitions.parse(path, origin, text, problems));
        }
        return parsers.find(path.kind())
                .flatMap(parser ->
                        tree(path, bytes, problems).map(tree -> parser.parse(path.name(), new Entries(tree, origin))));
    }

    private Optional<MapNode> tree(PackPath path, byte[] bytes, Problems problems) {
        Optional<MapNode> tree = NodeReader.readMap(path.path(), bytes, problems);
        tree.ifPresent(map -> shapes.check(path.kind(), map, problems));
        return tree;
    }

    private static Origin origin(PackManifest manifest, PackPath path) {
        return new Origin(manifest.name(), manifest.version(), new Position(path.path(), 1, 1));
    }

    private static byte[] bytes(Map<String, byte[]> files, PackPath path) {
        return Objects.requireNonNull(files.get(path.path()), path.path());
    }
}
