/**
 * The life of packs: a change is planned, shown, and then done exactly as planned, whole or not at all. Begin at
 * {@link io.armature.engine.pack.PackPlanner} and {@link io.armature.engine.pack.PackInstaller}.
 */
@NullMarked
package io.armature.engine.pack;

import org.jspecify.annotations.NullMarked;
