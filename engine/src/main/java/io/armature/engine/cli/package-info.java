/**
 * The command line: one class a command, each a thin caller of a room to its left.
 * Others may use {@link io.armature.engine.cli.ArmatureCommand}, the root that all commands hang from.
 */
@NullMarked
package io.armature.engine.cli;

import org.jspecify.annotations.NullMarked;
