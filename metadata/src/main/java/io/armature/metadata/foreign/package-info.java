/**
 * Applications of other systems, made into packs. A {@link io.armature.metadata.foreign.ForeignSource} reads them, {@link
 * io.armature.metadata.foreign.Application} is what all sources come to, {@link
 * io.armature.metadata.foreign.ApplicationFiles} writes it as a pack, {@link io.armature.metadata.foreign.ImportReport} says
 * what became of everything.
 */
@NullMarked
package io.armature.metadata.foreign;

import org.jspecify.annotations.NullMarked;
