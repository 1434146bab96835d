package io.armature.engine.identity;

import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import java.util.Optional;
import java.util.UUID;

/** Ends sessions in the course of other work. */
public final class SessionEnds {

    private SessionEnds() {}

    /** Ends all sessions of a user whose password changed, or who may not sign in any more, and all links mailed to him. */
    public static void ofUser(SqlRunner transaction, Tenant tenant, UUID user) {
        SessionStore.endAll(transaction, tenant, user, Optional.empty());
        LinkStore.forget(transaction, tenant, user);
    }
}
