package io.armature.metadata.model;

import io.armature.metadata.definition.PackManifest;
import io.armature.metadata.read.PackSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Makes packs as they were read ready for the compiler. */
public final class ModelSources {

    private ModelSources() {}

    /** What a pack contributes, whatever problems reading it had. */
    public static ModelSource of(PackSource source) {
        PackManifest manifest = source.manifest();
        PackInfo pack = PackInfo.of(manifest);
        return new ModelSource(pack, source.definitions(), digest(source.files()));
    }

    /** SHA-256 over paths and contents, in the order of paths. */
    private static String digest(Map<String, byte[]> files) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                sha.update((path + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
