/**
 * The steps of a schema plan: what each does, how it reads, its SQL. SQL that defines tables is made here only.
 * Used by the rest of the schema room.
 */
@NullMarked
package io.armature.engine.schema.step;

import org.jspecify.annotations.NullMarked;
