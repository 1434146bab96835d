/**
 * Work that is to be done for a tenant at a moment. A part that has such work makes a {@link io.armature.engine.due.DueWork} of
 * it and tells the {@link io.armature.engine.due.DueBook} in the transaction that makes it due; {@link
 * io.armature.engine.due.DueRunner} then has one of the nodes do it.
 */
@NullMarked
package io.armature.engine.due;

import org.jspecify.annotations.NullMarked;
