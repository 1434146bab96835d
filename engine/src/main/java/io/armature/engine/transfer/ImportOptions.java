package io.armature.engine.transfer;

import java.util.List;
import java.util.Optional;

/**
 * How a file is taken in.
 *
 * @param key the fields that say which record a row is; without any, every row is a new one
 * @param dryRun whether nothing is kept
 * @param partial whether good rows are kept when others are refused
 * @param mapping which column is which field, and how values are written
 * @param hook the function {@code import.x} of a pack that makes of each row what is taken in
 */
public record ImportOptions(
        List<String> key, boolean dryRun, boolean partial, ImportMapping mapping, Optional<String> hook) {

    /** Each column by its own name. */
    public ImportOptions(List<String> key, boolean dryRun, boolean partial, Optional<String> hook) {
        this(key, dryRun, partial, ImportMapping.PLAIN, hook);
    }

    public ImportOptions {
        key = List.copyOf(key);
    }
}
