package io.armature.engine.identity;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.db.Database;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;

/**
 * An administrator acts in somebody's name, for an hour at most, to see what he sees. Never as another administrator, never
 * from within such a session, and always with both names in the trail. Safe for many threads.
 */
public final class Impersonation {

    private static final String ENTITY = "sys.user";

    private final Database database;
    private final Users users;
    private final Sessions sessions;
    private final Audit audit;

    public Impersonation(Database database, Users users, Sessions sessions, Audit audit) {
        this.database = database;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Begins a session in a user's name.
     *
     * @throws ProblemException when the caller may not
     */
    public SignedIn begin(Tenant tenant, User actor, String username, Place place) {
        OwnAccount.require(actor, "act in another's name");
        if (!actor.isAdministrator()) {
            throw forbidden("act in another's name");
        }
        UUID target = users.require(tenant, username);
        return database.transaction(sql -> {
            NewSession session =
                    new NewSession(UUID.randomUUID(), target, "impersonation", Optional.of(actor.id()), place);
            SignedIn signedIn = sessions.open(sql, tenant, session);
            if (signedIn.user().isAdministrator()) {
                throw forbidden("act as another administrator");
            }
            audit.note(
                    sql,
                    tenant,
                    AuditEntry.of("impersonate", ENTITY, place.origin().actedBy(actor.id()))
                            .by(target)
                            .about(target));
            return signedIn;
        });
    }

    /**
     * Ends the session in a user's name.
     *
     * @throws ProblemException when the caller acts in nobody's name
     */
    public void end(Tenant tenant, User user, Credential credential, Place place) {
        UUID actor = user.standing().impersonator().orElseThrow(() -> forbidden("end what has not begun"));
        sessions.signOut(tenant, credential, place.origin().actedBy(actor));
    }

    private static ProblemException forbidden(String what) {
        return new ProblemException(Problem.inValue(
                ProblemCode.FORBIDDEN, "", what, "Administrators may, of users who are none, in their own session."));
    }
}
