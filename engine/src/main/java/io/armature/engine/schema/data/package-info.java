/**
 * Questions about the rows: how many there are, which of them a change would not suit.
 * Used by the planner.
 */
@NullMarked
package io.armature.engine.schema.data;

import org.jspecify.annotations.NullMarked;
