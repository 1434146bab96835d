package io.armature.metadata.archive;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The files of a pack, whole and unchanged.
 *
 * @param files by path, in the order of paths; not to be changed
 * @param digest SHA-256 over all of them: equal digests, equal packs
 * @param signature who vouches for them, if anybody does
 */
public record PackArchive(SequencedMap<String, byte[]> files, String digest, Optional<PackSignature> signature) {

    public PackArchive {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    /** The pack that these files make, signed by nobody. */
    public static PackArchive of(Map<String, byte[]> files) {
        SequencedMap<String, byte[]> sorted = new LinkedHashMap<>(new TreeMap<>(files));
        return new PackArchive(sorted, Sums.of(sorted).digest(), Optional.empty());
    }

    /** The file name that an archive of this pack has. */
    public static String fileName(String pack, String version) {
        return pack + "-" + version + ".pack";
    }
}
