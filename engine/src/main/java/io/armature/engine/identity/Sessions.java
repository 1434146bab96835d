package io.armature.engine.identity;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.Origin;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.Transaction;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions: begun, refreshed, listed, ended. Safe for many threads. */
public final class Sessions {

    /** How long a session lasts after its sign-in or last refresh. */
    public static final Duration LIFETIME = Duration.ofDays(14);

    /** How long somebody may act in another's name. */
    static final Duration IMPERSONATION = Duration.ofHours(1);

    private static final String ENTITY = "sys.session";

    private final Database database;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Callers callers;
    private final Audit audit;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public Sessions(
            Database database,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Callers callers,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a session in a transaction. */
    SignedIn open(SqlRunner sql, Tenant tenant, NewSession session) {
        String cookie = secrets.create("");
        String refresh = refreshTokens.create(tenant.name(), session.id());
        SessionStore.forgetExpired(sql, tenant);
        SessionStore.add(sql, tenant, session, cookie, refresh, expiry(session));
        User user = callers.store(tenant).bySession(sql, session.id()).orElseThrow(Sessions::signInRequired);
        return new SignedIn(accessTokens.create(tenant.name(), session.id()), refresh, cookie, user);
    }

    /**
     * The next access token, and the next refresh token; the old one is spent. One that was spent before is somebody's who
     * should not have it: the session ends.
     *
     * @throws ProblemException when the refresh token is not good
     */
    public SignedIn refresh(Tenant tenant, String refreshToken, Origin origin) {
        UUID session = refreshTokens.session(tenant.name(), refreshToken).orElseThrow(Sessions::signInRequired);
        String fresh = refreshTokens.create(tenant.name(), session);
        return database.transaction(sql -> {
                    if (SessionStore.refresh(sql, tenant, session, refreshToken, fresh, expiry())) {
                        return callers.store(tenant).bySession(sql, session);
                    }
                    SessionStore.end(sql, tenant, session).ifPresent(user -> {
                        callers.cache().forget(sql, tenant);
                        audit.note(
                                sql,
                                tenant,
                                AuditEntry.of("refresh_reused", ENTITY, origin)
                                        .about(session)
                                        .by(user));
                    });
                    return Optional.<User>empty();
                })
                .map(user -> new SignedIn(accessTokens.create(tenant.name(), session), fresh, "", user))
                .orElseThrow(Sessions::signInRequired);
    }

    /** Ends the session of a credential; access tokens of it are refused from now on. */
    public void signOut(Tenant tenant, Credential credential, Origin origin) {
        current(tenant, credential)
                .ifPresent(session -> database.transaction(sql -> {
                    SessionStore.end(sql, tenant, session).ifPresent(user -> {
                        callers.cache().forget(sql, tenant);
                        audit.note(
                                sql,
                                tenant,
                                AuditEntry.of("sign_out", ENTITY, origin)
                                        .about(session)
                                        .by(user));
                    });
                    return session;
                }));
    }

    /** The session of a credential, if it is one of a session. */
    public Optional<UUID> current(Tenant tenant, Credential credential) {
        return switch (credential) {
            case Credential.OfSession token -> Optional.of(token.session());
            case Credential.Cookie cookie ->
                database.direct(sql -> SessionStore.ofCookie(sql, tenant, cookie.secret()));
            case Credential.ApiToken keptForPrograms -> Optional.empty();
            case Credential.Owner always -> Optional.empty();
        };
    }

    /** The sessions of a user, the latest first. */
    public List<SessionView> list(Tenant tenant, UUID user, Optional<UUID> current) {
        return database.direct(sql -> SessionStore.list(sql, tenant, user, current));
    }

    /**
     * Ends one session of a user.
     *
     * @throws ProblemException when he has no such session
     */
    public void end(Tenant tenant, User user, UUID session, Origin origin) {
        boolean his = list(tenant, user.id(), Optional.empty()).stream()
                .anyMatch(known -> known.id().equals(session));
        if (!his) {
            throw new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", "session " + session, ""));
        }
        database.transaction(sql -> {
            SessionStore.end(sql, tenant, session);
            ended(sql, tenant, user.id(), origin);
            return session;
        });
    }

    /** Ends all sessions of a user, but for one if so asked: he signs out everywhere. */
    public void endAll(Tenant tenant, UUID user, Optional<UUID> except, Origin origin) {
        database.transaction(sql -> {
            SessionStore.endAll(sql, tenant, user, except);
            ended(sql, tenant, user, origin);
            return user;
        });
    }

    private void ended(Transaction sql, Tenant tenant, UUID user, Origin origin) {
        callers.cache().forget(sql, tenant);
        audit.note(
                sql, tenant, AuditEntry.of("sign_out", ENTITY, origin).by(user).with("{\"everywhere\": true}"));
    }

    private Instant expiry() {
        return clock.instant().plus(LIFETIME);
    }

    private Instant expiry(NewSession session) {
        return session.impersonator().isPresent() ? clock.instant().plus(IMPERSONATION) : expiry();
    }

    private static ProblemException signInRequired() {
        return new ProblemException(Problem.inValue(ProblemCode.SIGN_IN_REQUIRED, ""));
    }
}
