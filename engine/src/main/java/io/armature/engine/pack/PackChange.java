package io.armature.engine.pack;

import io.armature.metadata.archive.PackArchive;

/** Something that shall happen to one pack of a tenant. */
public sealed interface PackChange {

    /** Be installed, or replaced by this one where another version is there. */
    record Install(PackArchive archive) implements PackChange {}

    /** Go; its data is kept out of sight. */
    record Uninstall(String pack) implements PackChange {}

    /** Be part of the model again. */
    record Activate(String pack) implements PackChange {}

    /** Stay installed without being part of the model. */
    record Deactivate(String pack) implements PackChange {}
}
