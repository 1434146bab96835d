/**
 * What happens, told to people while it happens: {@link io.armature.engine.stream.Streams} opens a stream for a caller, in which
 * he hears of changes to records that he may read at that moment. Only the room {@code web} uses it.
 */
@NullMarked
package io.armature.engine.stream;

import org.jspecify.annotations.NullMarked;
