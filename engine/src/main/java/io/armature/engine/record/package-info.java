/**
 * The one in-process door to records. Controllers, hooks, jobs and imports come through {@link
 * io.armature.engine.record.RecordReads} to read and {@link io.armature.engine.record.Records} to write; nobody else
 * opens transactions for writing them.
 */
@NullMarked
package io.armature.engine.record;

import org.jspecify.annotations.NullMarked;
