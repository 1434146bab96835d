package io.armature.engine.write;

import java.util.OptionalLong;

/**
 * How a write is done.
 *
 * @param dryRun whether nothing is kept
 * @param maximum the most records that may change
 * @param privileged whether read-only fields may be written: seed data, and what the engine does itself
 */
public record WriteOptions(boolean dryRun, OptionalLong maximum, boolean privileged) {

    public static final WriteOptions DEFAULT = new WriteOptions(false, OptionalLong.empty(), false);

    /** For the engine's own writing. */
    public static final WriteOptions PRIVILEGED = new WriteOptions(false, OptionalLong.empty(), true);
}
