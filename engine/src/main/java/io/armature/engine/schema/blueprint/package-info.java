/**
 * What the schema of a tenant shall be, drawn from the model alone: tables, columns, keys, checks, indexes.
 * Used by the rest of the schema room.
 */
@NullMarked
package io.armature.engine.schema.blueprint;

import org.jspecify.annotations.NullMarked;
