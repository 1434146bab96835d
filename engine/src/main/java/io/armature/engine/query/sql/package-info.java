/**
 * Writes the SQL of reads: a plan becomes one statement and the layout of its rows. The only room that does.
 */
@NullMarked
package io.armature.engine.query.sql;

import org.jspecify.annotations.NullMarked;
