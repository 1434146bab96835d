package io.armature.bi.star;

/**
 * A fact's link to a dimension.
 *
 * @param dimension the dimension's entity
 */
public record DimensionKey(StarColumn column, String dimension) {}
