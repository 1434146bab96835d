/**
 * The door to PostgreSQL: {@link io.armature.engine.db.Sql} is text with bound values, {@link
 * io.armature.engine.db.Database} opens transactions, {@link io.armature.engine.db.SqlRunner} runs statements in them.
 * Every other room may use all of it; nobody else opens connections or sets parameters. What computes for long does so by {@link
 * io.armature.engine.db.Computing}, so that those who wait for PostgreSQL can go on.
 */
@NullMarked
package io.armature.engine.db;

import org.jspecify.annotations.NullMarked;
