package io.armature.engine.write;

import io.armature.engine.identity.Passwords;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.InvalidValue;

/** Hashes passwords. Values of type {@code secret} stay as they are until tenants have keys. */
public final class PasswordSeals implements Seals {

    private static final int SHORTEST = 8;

    private final Passwords passwords;

    public PasswordSeals(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public Object seal(Field field, Object value) throws InvalidValue {
        if (!field.type().name().equals("password") || !(value instanceof String password)) {
            return value;
        }
        if (password.length() < SHORTEST) {
            throw new InvalidValue(ProblemCode.OUT_OF_RANGE, "at least " + SHORTEST + " characters long");
        }
        return passwords.hash(password);
    }
}
