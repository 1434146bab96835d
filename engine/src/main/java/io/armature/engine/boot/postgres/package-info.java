/**
 * A PostgreSQL server inside: its programs are unpacked into the data folder, and it keeps its data there.
 * Used by {@code boot} alone, through {@link io.armature.engine.boot.postgres.EmbeddedPostgres} and {@code Folders}.
 */
@NullMarked
package io.armature.engine.boot.postgres;

import org.jspecify.annotations.NullMarked;
