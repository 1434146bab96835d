/**
 * Packs as one file: built so that the same files give the same bytes, read with distrust, and resolved by version.
 * Begin at {@link io.armature.metadata.archive.PackArchive} and {@link io.armature.metadata.archive.PackResolver}.
 */
@NullMarked
package io.armature.metadata.archive;

import org.jspecify.annotations.NullMarked;
