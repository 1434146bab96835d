/**
 * Templates of Jinja, as applications of Python write them: read into parts, of which values and conditions are translated by
 * whoever knows what their names mean. {@link io.armature.metadata.foreign.jinja.JinjaReader} is the door.
 */
@NullMarked
package io.armature.metadata.foreign.jinja;

import org.jspecify.annotations.NullMarked;
