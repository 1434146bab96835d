/**
 * The one in-process door to records. Controllers, hooks, jobs and imports come through {@link
 * io.armature.engine.record.Records}; nobody else opens transactions for writing them.
 */
@NullMarked
package io.armature.engine.record;

import org.jspecify.annotations.NullMarked;
