/**
 * Functions of packs, run in GraalJS. Others begin at {@link io.armature.engine.script.Hooks}: they ask whether a point has
 * functions and run them in a {@link io.armature.engine.script.Scene}. What a function may do beyond computing are the ports
 * of this room, which rooms to the right make.
 */
@NullMarked
package io.armature.engine.script;

import org.jspecify.annotations.NullMarked;
