package io.armature.engine.due;

import io.armature.engine.tenant.Tenant;
import java.time.Instant;
import java.util.Optional;

/** A kind of work that tenants have now and then. Beans of this type are found by themselves. */
public interface DueWork {

    /** Names the kind, such as {@code mail}; never changed later, as it stands in the database. */
    String kind();

    /**
     * Does what is due. One node at a time does the work of a tenant and kind, unless it was cut off from the database for
     * long: what must never be done twice is claimed by the work itself. When it throws, it is called again soon.
     *
     * @return when to look again by itself, if there is more to do later; what is noted meanwhile is looked at anyway
     */
    Optional<Instant> run(Tenant tenant, Instant now);
}
