package io.armature.engine.write;

import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Field;
import io.armature.metadata.type.InvalidValue;

/** Makes values unreadable before they are kept: a password is hashed, a secret encrypted. */
@FunctionalInterface
public interface Seals {

    /**
     * What is kept of a value.
     *
     * @throws InvalidValue when the value cannot be accepted, such as a password that is too short
     */
    Object seal(Tenant tenant, Field field, Object value) throws InvalidValue;
}
