package io.armature.metadata.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A foreign application in our words: what every source comes to, and what is written as one pack.
 *
 * @param pack the pack's name
 * @param license an SPDX identifier, or empty where the source does not say
 * @param requires packs it needs, with ranges of versions
 * @param drafts its definitions
 * @param files other files by path, such as templates
 */
public record Application(
        String pack,
        String title,
        String version,
        String license,
        SequencedMap<String, String> requires,
        List<Draft> drafts,
        SequencedMap<String, byte[]> files) {

    public Application {
        requires = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(requires));
        drafts = List.copyOf(drafts);
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    /** The same without one of its drafts, and without the files that stand beside it under its name. */
    public Application without(Draft gone) {
        List<Draft> kept = new ArrayList<>(drafts);
        kept.removeIf(draft -> draft == gone);
        SequencedMap<String, byte[]> left = new LinkedHashMap<>(files);
        left.keySet().removeIf(path -> stem(path).equals(stem(gone.path())));
        return new Application(pack, title, version, license, requires, kept, left);
    }

    /** The same without one of its other files. */
    public Application without(String file) {
        SequencedMap<String, byte[]> left = new LinkedHashMap<>(files);
        left.remove(file);
        return new Application(pack, title, version, license, requires, drafts, left);
    }

    /** The draft whose file this is, or beside which it stands. */
    Optional<Draft> draft(String path) {
        return drafts.stream()
                .filter(draft -> draft.path().equals(path))
                .findFirst()
                .or(() -> drafts.stream()
                        .filter(draft -> stem(draft.path()).equals(stem(path)))
                        .findFirst());
    }

    private static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
