package io.armature.engine.write;

import io.armature.engine.identity.PasswordPolicy;
import io.armature.engine.identity.Passwords;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.type.InvalidValue;
import java.util.Optional;

/** Hashes values of type {@code password}. */
public final class PasswordSeals implements Seals {

    private final Passwords passwords;
    private final PasswordPolicy policy;

    public PasswordSeals(Passwords passwords, PasswordPolicy policy) {
        this.passwords = passwords;
        this.policy = policy;
    }

    @Override
    public Object seal(Tenant tenant, Field field, Object value) throws InvalidValue {
        if (!(value instanceof String password)) {
            return value;
        }
        Optional<Problem> weak = policy.problem(tenant, "", password);
        if (weak.isPresent()) {
            throw new InvalidValue(weak.get().code(), weak.get().arguments().toArray(String[]::new));
        }
        return passwords.hash(password);
    }
}
