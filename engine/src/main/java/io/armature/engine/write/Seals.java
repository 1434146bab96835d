package io.armature.engine.write;

import io.armature.metadata.model.Field;
import io.armature.metadata.type.InvalidValue;

/** Makes values unreadable before they are kept: a password is hashed. */
@FunctionalInterface
public interface Seals {

    /**
     * What is kept of a value.
     *
     * @throws InvalidValue when the value cannot be accepted, such as a password that is too short
     */
    Object seal(Field field, Object value) throws InvalidValue;
}
