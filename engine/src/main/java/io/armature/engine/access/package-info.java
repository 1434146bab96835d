/**
 * What a caller may do: roles compiled to rules on rows and cells, the same for statements, for writing and for
 * explaining. Other rooms ask {@link io.armature.engine.access.Access} before they read or write.
 */
@NullMarked
package io.armature.engine.access;

import org.jspecify.annotations.NullMarked;
