/**
 * Records as files: exports in several formats, streamed. A new format is a new class and its line in {@link
 * io.armature.engine.transfer.Exports}.
 */
@NullMarked
package io.armature.engine.transfer;

import org.jspecify.annotations.NullMarked;
