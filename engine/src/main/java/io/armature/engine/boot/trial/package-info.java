/**
 * The tests of packs: each runs in a tenant of its own that is thrown away, over HTTP, with a clock that can be set.
 * {@link io.armature.engine.boot.trial.PackTrials} runs them on a server that {@code boot} starts for it.
 */
@NullMarked
package io.armature.engine.boot.trial;

import org.jspecify.annotations.NullMarked;
