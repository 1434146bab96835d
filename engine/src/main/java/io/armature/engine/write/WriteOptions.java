package io.armature.engine.write;

import java.util.OptionalLong;

/**
 * How a write is done.
 *
 * @param dryRun whether nothing is kept
 * @param maximum the most records that may change
 * @param privileged whether read-only fields may be written: seed data, and what the engine does itself
 * @param imported whether the records come from a file: each is one that the caller may import, too
 */
public record WriteOptions(boolean dryRun, OptionalLong maximum, boolean privileged, boolean imported) {

    public static final WriteOptions DEFAULT = new WriteOptions(false, OptionalLong.empty(), false);

    /** What somebody wrote himself. */
    public WriteOptions(boolean dryRun, OptionalLong maximum, boolean privileged) {
        this(dryRun, maximum, privileged, false);
    }

    /** For the engine's own writing. */
    public static final WriteOptions PRIVILEGED = new WriteOptions(false, OptionalLong.empty(), true);
}
