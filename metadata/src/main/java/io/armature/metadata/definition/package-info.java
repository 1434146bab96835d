/**
 * The parsed files of a pack as immutable records, one a kind, and the positioned tree they were read from.
 * Pure data: no meaning is resolved here. Made by {@code read}, understood by {@code model}.
 */
@NullMarked
package io.armature.metadata.definition;

import org.jspecify.annotations.NullMarked;
