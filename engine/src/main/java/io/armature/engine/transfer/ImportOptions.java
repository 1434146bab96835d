package io.armature.engine.transfer;

import java.util.List;

/**
 * How a file is taken in.
 *
 * @param key the fields that say which record a row is; without any, every row is a new one
 * @param dryRun whether nothing is kept
 * @param partial whether good rows are kept when others are refused
 */
public record ImportOptions(List<String> key, boolean dryRun, boolean partial) {
    public ImportOptions {
        key = List.copyOf(key);
    }
}
