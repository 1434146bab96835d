/**
 * Folders of tables, as CSV or workbooks: each table becomes an entity with its rows, and what the columns hold says their types.
 * Begin at {@link io.armature.metadata.foreign.table.TableSource}.
 */
@NullMarked
package io.armature.metadata.foreign.table;

import org.jspecify.annotations.NullMarked;
