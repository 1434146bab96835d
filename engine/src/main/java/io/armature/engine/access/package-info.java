/**
 * What a caller may do. For now administrators everything and others nothing; other rooms ask
 * {@link io.armature.engine.access.Access} before they read or write.
 */
@NullMarked
package io.armature.engine.access;

import org.jspecify.annotations.NullMarked;
