/**
 * What stands in the schema of a tenant now, read from PostgreSQL's own catalogue in a handful of queries.
 * Used by the rest of the schema room.
 */
@NullMarked
package io.armature.engine.schema.catalogue;

import org.jspecify.annotations.NullMarked;
