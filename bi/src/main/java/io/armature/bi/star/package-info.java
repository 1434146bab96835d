/**
 * The star schema that follows from a model: facts (entities with something to add up), dimensions (what they link to).
 * Pure: a model in, a {@link io.armature.bi.star.Star} out.
 */
@NullMarked
package io.armature.bi.star;

import org.jspecify.annotations.NullMarked;
