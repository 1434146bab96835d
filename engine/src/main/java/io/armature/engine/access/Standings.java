package io.armature.engine.access;

import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import java.util.List;

/** Knows what counts for users beside their roles. */
@FunctionalInterface
interface Standings {

    /** Nothing but what packs say. */
    Standings OF_PACKS = (tenant, user) -> Standing.NOTHING;

    Standing of(Tenant tenant, User user);

    /** Reads at once what will be asked of many users, where that is less work. */
    default void prepare(Tenant tenant, List<User> users) {}
}
