package io.armature.bi.extract;

/**
 * What one extract did.
 *
 * @param merged records taken over, new and changed
 * @param removed records that the source no longer has
 * @param agrees whether row counts and totals equal those of the source
 */
public record ExtractResult(String table, long merged, long removed, boolean agrees) {}
