/**
 * Files on their way in, in the background: with a preview, progress, an end before time, and a way back. {@link
 * io.armature.engine.intake.Intakes} takes the orders; what reads a file is the room {@code transfer}.
 */
@NullMarked
package io.armature.engine.intake;

import org.jspecify.annotations.NullMarked;
