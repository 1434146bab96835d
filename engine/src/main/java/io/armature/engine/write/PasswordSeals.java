package io.armature.engine.write;

import io.armature.engine.identity.Passwords;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.InvalidValue;

/** Hashes values of type {@code password}. */
public final class PasswordSeals implements Seals {

    private static final int SHORTEST = 8;

    private final Passwords passwords;

    public PasswordSeals(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public Object seal(Tenant tenant, Field field, Object value) throws InvalidValue {
        if (!(value instanceof String password)) {
            return value;
        }
        if (password.length() < SHORTEST) {
            throw new InvalidValue(ProblemCode.OUT_OF_RANGE, "at least " + SHORTEST + " characters long");
        }
        return passwords.hash(password);
    }
}
