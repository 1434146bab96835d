/**
 * Records on paper: templates of packs and sheets made of the entity alone, filled with what the caller may read, as PDF
 * or HTML. Nothing is fetched while printing. {@link io.armature.engine.print.Prints} is the door.
 */
@NullMarked
package io.armature.engine.print;

import org.jspecify.annotations.NullMarked;
