/**
 * Files: their contents by digest in a {@link io.armature.engine.file.BlobStore}, what they are in the database, and who may have
 * them: whoever may read the record that they belong to. Begin at {@link io.armature.engine.file.StoredFiles}.
 */
@NullMarked
package io.armature.engine.file;

import org.jspecify.annotations.NullMarked;
