package io.armature.engine.transfer;

import java.util.List;

/**
 * How a file is taken in.
 *
 * @param key the fields that say which record a row is; without any, every row is a new one
 * @param dryRun whether nothing is kept
 * @param partial whether good rows are kept when others are refused
 * @param mapping which column is which field, and how values are written
 */
public record ImportOptions(List<String> key, boolean dryRun, boolean partial, ImportMapping mapping) {

    /** Each column by its own name. */
    public ImportOptions(List<String> key, boolean dryRun, boolean partial) {
        this(key, dryRun, partial, ImportMapping.PLAIN);
    }

    public ImportOptions {
        key = List.copyOf(key);
    }
}
