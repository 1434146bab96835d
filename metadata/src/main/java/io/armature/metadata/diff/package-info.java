/**
 * Two versions of definitions against each other: three-way merges, property by property, so that a customised pack can
 * be upgraded. Begin at {@link io.armature.metadata.diff.ThreeWayMerge} and {@link
 * io.armature.metadata.diff.OverlayMerge}.
 */
@NullMarked
package io.armature.metadata.diff;

import org.jspecify.annotations.NullMarked;
