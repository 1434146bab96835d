/**
 * The records that packs bring: which order they go in, what changed since the last version, and how they are written.
 * {@link io.armature.engine.pack.seed.SeedLoader} and {@link io.armature.engine.pack.seed.SeedChanges} are for the room
 * around; the rest stays inside.
 */
@NullMarked
package io.armature.engine.pack.seed;

import org.jspecify.annotations.NullMarked;
