package io.armature.engine.vault;

import io.armature.engine.tenant.Tenant;
import java.util.List;

/** Knows where a tenant's sealed texts stand. Every room that seals is asked when keys change. */
@FunctionalInterface
public interface SealedPlaces {

    List<SealedPlace> of(Tenant tenant);
}
