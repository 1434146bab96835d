/**
 * The write path. A request becomes {@link io.armature.engine.write.Change}s, the changes become a {@link
 * io.armature.engine.write.WriteSet} of records with their values before and after, an ordered list of steps completes and
 * checks it, and one flush writes it. Used through the room {@code record}; {@link io.armature.engine.write.RecordWriter}
 * is where every step is called.
 */
@NullMarked
package io.armature.engine.write;

import org.jspecify.annotations.NullMarked;
