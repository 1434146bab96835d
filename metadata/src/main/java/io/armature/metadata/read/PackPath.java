package io.armature.metadata.read;

import io.armature.metadata.definition.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * What a path inside a pack says of the file.
 *
 * @param name the file's name without folder and ending
 * @param ending without the dot
 */
record PackPath(String path, Kind kind, String name, String ending) {

    static final Set<String> TREE_ENDINGS = Set.of("yaml", "yml", "json");

    private static final String DEMO = "demo/";

    /** The file's kind; nothing when it is no definition. */
    static Optional<PackPath> of(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return split(path, Kind.PACK, path).filter(file -> file.name.equals("pack") && file.isTree());
        }
        return Kind.ofFolder(path.substring(0, slash))
                .flatMap(kind -> split(path, kind, inside(kind, path.substring(slash + 1))));
    }

    private static String inside(Kind kind, String rest) {
        return kind == Kind.DATA && rest.startsWith(DEMO) ? rest.substring(DEMO.length()) : rest;
    }

    private static Optional<PackPath> split(String path, Kind kind, String file) {
        int dot = file.lastIndexOf('.');
        boolean nested = file.indexOf('/') >= 0;
        return dot <= 0 || nested
                ? Optional.empty()
                : Optional.of(new PackPath(path, kind, file.substring(0, dot), file.substring(dot + 1)));
    }

    boolean isTree() {
        return TREE_ENDINGS.contains(ending);
    }
}
