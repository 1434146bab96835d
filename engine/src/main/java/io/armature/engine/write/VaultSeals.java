package io.armature.engine.write;

import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import io.armature.metadata.model.Field;

/** Encrypts values of type {@code secret}. */
public final class VaultSeals implements Seals {

    private final Vault vault;

    public VaultSeals(Vault vault) {
        this.vault = vault;
    }

    /** What the secrets of a field are sealed for; the same to open them. */
    public static String purpose(Field field) {
        return field.level() + "." + field.name();
    }

    @Override
    public Object seal(Tenant tenant, Field field, Object value) {
        return value instanceof String secret ? vault.seal(tenant, purpose(field), secret) : value;
    }
}
