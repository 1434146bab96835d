package io.armature.engine.cli;

import io.armature.engine.pack.ShippedPacks;
import io.armature.metadata.archive.PackArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Packs on this machine. */
final class PackFiles {

    private final ShippedPacks shipped = ShippedPacks.ofThisProcess();

    /** The pack in a folder or archive; nothing when the text names neither. */
    Optional<PackArchive> find(String name) {
        return Files.exists(Path.of(name))
                ? Optional.of(shipped.read(Path.of(name).toString()))
                : Optional.empty();
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
