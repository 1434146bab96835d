/**
 * One class a field type: its column, how its values are read, checked and written, its widget and its JSON Schema.
 * A new type is a new class and a line in {@link io.armature.metadata.type.FieldTypes}.
 */
@NullMarked
package io.armature.metadata.type;

import org.jspecify.annotations.NullMarked;
