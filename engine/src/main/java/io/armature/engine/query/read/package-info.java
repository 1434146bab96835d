/**
 * Runs a read statement and writes its rows as JSON bytes, without an object per row or value.
 * Rooms to the right use {@link io.armature.engine.query.read.RecordReader}, by way of {@code record}.
 */
@NullMarked
package io.armature.engine.query.read;

import org.jspecify.annotations.NullMarked;
