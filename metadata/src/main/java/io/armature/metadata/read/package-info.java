/**
 * Files to definitions: YAML and JSON become positioned trees, trees are held against the JSON Schemas, and become typed
 * records. Every problem is told at once, with file, line and column. Begin at {@link
 * io.armature.metadata.read.PackReader}.
 */
@NullMarked
package io.armature.metadata.read;

import org.jspecify.annotations.NullMarked;
