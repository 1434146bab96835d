package io.armature.engine.identity;

import io.armature.engine.db.Database;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signing in and out, and who a credential belongs to. Safe for many threads. */
public final class Sessions {

    /** How long a session lasts after its sign-in or last refresh. */
    public static final Duration LIFETIME = Duration.ofDays(14);

    private final Database database;
    private final Users users;
    private final AccessTokens accessTokens;
    private final Callers callers;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public Sessions(
            Database database,
            Users users,
            AccessTokens accessTokens,
            Callers callers,
            SignInThrottle throttle,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.accessTokens = accessTokens;
        this.callers = callers;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * Begins a session.
     *
     * @param agent what the caller's program calls itself
     * @throws ProblemException when the name or the password is wrong, or too many were
     */
    public SignedIn signIn(Tenant tenant, String username, String password, String agent) {
        throttle.check(tenant, username);
        UUID user = users.authenticate(tenant, username, password).orElseThrow(() -> {
            throttle.failed(tenant, username);
            return new ProblemException(Problem.inValue(ProblemCode.SIGN_IN_FAILED, ""));
        });
        throttle.succeeded(tenant, username);
        UUID session = UUID.randomUUID();
        String cookie = secrets.create("");
        String refresh = secrets.create("");
        return database.transaction(sql -> {
            SessionStore.forgetExpired(sql, tenant);
            SessionStore.add(sql, tenant, session, user, cookie, refresh, expiry(), agent);
            User signedIn = callers.store(tenant).bySession(sql, session).orElseThrow(Sessions::signInRequired);
            return new SignedIn(accessTokens.create(tenant.name(), session), refresh, cookie, signedIn);
        });
    }

    /**
     * The next access token, and the next refresh token; the old one is spent.
     *
     * @throws ProblemException when the refresh token is not good
     */
    public SignedIn refresh(Tenant tenant, String refreshToken) {
        String fresh = secrets.create("");
        return database.transaction(sql -> {
            UUID session = SessionStore.refresh(sql, tenant, refreshToken, fresh, expiry())
                    .orElseThrow(Sessions::signInRequired);
            User user = callers.store(tenant).bySession(sql, session).orElseThrow(Sessions::signInRequired);
            return new SignedIn(accessTokens.create(tenant.name(), session), fresh, "", user);
        });
    }

    /** Ends the session of a credential; access tokens of it are refused from now on. */
    public void signOut(Tenant tenant, Credential credential) {
        database.transaction(sql -> {
            switch (credential) {
                case Credential.OfSession token -> SessionStore.endById(sql, tenant, token.session());
                case Credential.Cookie cookie -> SessionStore.endByCookie(sql, tenant, cookie.secret());
                case Credential.ApiToken keptForPrograms -> {}
                case Credential.Owner always -> {}
            }
            callers.cache().forget(sql, tenant);
            return tenant;
        });
    }

    /**
     * Makes a token for a program that works in a user's name.
     *
     * @param expires when it stops working, never when empty
     * @return the token, which is shown this once
     * @throws ProblemException when there is no such active user
     */
    public String createToken(Tenant tenant, String username, String name, Optional<Instant> expires) {
        UUID user = users.find(tenant, username)
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.LINK_NOT_FOUND, "username", "user", "username " + username)));
        String token = secrets.create(Callers.TOKEN_PREFIX);
        database.transaction(sql -> {
            SessionStore.addToken(sql, tenant, user, name, token, expires);
            return token;
        });
        return token;
    }

    private Instant expiry() {
        return clock.instant().plus(LIFETIME);
    }

    private static ProblemException signInRequired() {
        return new ProblemException(Problem.inValue(ProblemCode.SIGN_IN_REQUIRED, ""));
    }
}
