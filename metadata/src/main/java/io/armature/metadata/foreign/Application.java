package io.armature.metadata.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The same without one of its drafts. */
    public Application without(Draft gone) {
        List<Draft> kept = new ArrayList<>(drafts);
        kept.removeIf(draft -> draft == gone);
        return new Application(pack, title, version, license, requires, kept, files);
    }
}
