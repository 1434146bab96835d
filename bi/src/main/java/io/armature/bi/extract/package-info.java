/**
 * Copies facts and dimensions into warehouse tables: only what changed since the last run, safe to repeat, checked
 * against the source afterwards.
 */
@NullMarked
package io.armature.bi.extract;

import org.jspecify.annotations.NullMarked;
