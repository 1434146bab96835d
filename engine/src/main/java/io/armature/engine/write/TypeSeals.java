package io.armature.engine.write;

import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Field;
import io.armature.metadata.type.InvalidValue;
import java.util.Map;

/** Seals values as their field's type wants it; those of other types stay as they are. */
public final class TypeSeals implements Seals {

    private final Map<String, Seals> byType;

    public TypeSeals(PasswordSeals passwords, VaultSeals secrets) {
        byType = Map.of("password", passwords, "secret", secrets);
    }

    @Override
    public Object seal(Tenant tenant, Field field, Object value) throws InvalidValue {
        Seals seals = byType.get(field.type().name());
        return seals == null ? value : seals.seal(tenant, field, value);
    }
}
