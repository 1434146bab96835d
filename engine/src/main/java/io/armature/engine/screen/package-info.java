/**
 * What screens show: menus, and for each entity and view a UI schema made of the entity alone or of a view definition,
 * in the caller's language. Reads the model only, never records. {@link io.armature.engine.screen.Screens} and {@link
 * io.armature.engine.screen.Menus} are its doors; everything else stays inside.
 */
@NullMarked
package io.armature.engine.screen;

import org.jspecify.annotations.NullMarked;
