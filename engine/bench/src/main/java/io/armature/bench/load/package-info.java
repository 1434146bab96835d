/**
 * Load generators: the same requests sent over and over on some connections kept alive, each answer awaited before the
 * next request. Others use {@link io.armature.bench.load.LoadGenerator}.
 */
@NullMarked
package io.armature.bench.load;

import org.jspecify.annotations.NullMarked;
