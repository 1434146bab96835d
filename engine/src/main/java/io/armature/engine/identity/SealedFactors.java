package io.armature.engine.identity;

import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.SealedPlace;
import io.armature.engine.vault.SealedPlaces;
import java.util.List;

/** The secrets of second factors, which are no fields of an entity. */
public final class SealedFactors implements SealedPlaces {

    @Override
    public List<SealedPlace> of(Tenant tenant) {
        return List.of(new SealedPlace("sys$otp", "secret", SecondFactor.PURPOSE));
    }
}
