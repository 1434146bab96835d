package io.armature.engine.write;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.SealedPlace;
import io.armature.engine.vault.SealedPlaces;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import java.util.ArrayList;
import java.util.List;

/** The fields of type {@code secret} of a tenant's model. */
public final class SealedFields implements SealedPlaces {

    private final CurrentModels models;

    public SealedFields(CurrentModels models) {
        this.models = models;
    }

    @Override
    public List<SealedPlace> of(Tenant tenant) {
        List<SealedPlace> places = new ArrayList<>();
        for (Entity entity : models.of(tenant).entities().values()) {
            for (Field field : entity.stored() ? entity.ownFields() : List.<Field>of()) {
                if (field.type().name().equals("secret")) {
                    places.add(new SealedPlace(entity.table(), field.column().name(), VaultSeals.purpose(field)));
                }
            }
        }
        return places;
    }
}
