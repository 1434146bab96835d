package io.armature.engine.script;

import java.util.UUID;

/** Reads and makes files for functions of packs, with the rights of the scene's caller. Safe for many threads. */
public interface FileDoor {

    /**
     * A file.
     *
     * @param size in bytes
     */
    record Held(UUID id, String name, String mediaType, long size) {}

    /** @throws io.armature.metadata.problem.ProblemException when there is none, or none for the caller */
    Held one(Scene scene, UUID id);

    /** The content of a file that is there for the caller; all of it in memory. */
    byte[] content(Scene scene, UUID id);

    /** Takes a file in; it waits a day for a record's field to name it, also when the scene's transaction is not kept. */
    UUID create(Scene scene, String name, byte[] content);
}
