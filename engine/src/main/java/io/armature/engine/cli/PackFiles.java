package io.armature.engine.cli;

import io.armature.engine.pack.ShippedPacks;
import io.armature.metadata.archive.PackArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Packs on this machine. */
final class PackFiles {

    private static final Pattern PATH = Pattern.compile("[/\\\\]|\\.pack$");

    private final ShippedPacks shipped = ShippedPacks.ofThisProcess();

    /** The pack in a folder or archive; nothing when the text names neither. */
    Optional<PackArchive> find(String name) {
        return Files.exists(Path.of(name))
                ? Optional.of(shipped.read(Path.of(name).toString()))
                : Optional.empty();
    }

    /** Whether a text can only be a path, and no pack's name or checksum. */
    static boolean isPath(String text) {
        return PATH.matcher(text).find();
    }

    /** The folder of the shipped pack of that name. */
    Optional<Path> folder(String name) {
        return shipped.folder(name);
    }

    /** The shipped pack of that name. */
    Optional<PackArchive> shipped(String name) {
        return shipped.shipped(name);
    }
}
