package io.armature.engine.identity;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing in by name and password. Whether the name is unknown, the password wrong, the user not active or without a
 * password: the answer is the same and takes as long. Safe for many threads.
 */
public final class SignIn {

    private static final String USER = "sys.user";

    private final Database database;
    private final PasswordSources sources;
    private final SecondFactor secondFactor;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Audit audit;
    private final KnownDevices devices;

    public SignIn(
            Database database,
            PasswordSources sources,
            SecondFactor secondFactor,
            Attempts attempts,
            Sessions sessions,
            Audit audit,
            KnownDevices devices) {
        this.database = database;
        this.sources = sources;
        this.secondFactor = secondFactor;
        this.attempts = attempts;
        this.sessions = sessions;
        this.audit = audit;
        this.devices = devices;
    }

    /**
     * Begins a session.
     *
     * @throws ProblemException when the name or the password is wrong, the second factor is missing or wrong, or too much was
     *     tried
     */
    public SignedIn signIn(Tenant tenant, Login login, Place place) {
        List<Trial> trials = trials(tenant, login, place);
        attempts.check(tenant, trials);
        PasswordSources.Known known = looked(tenant, login.username(), login.password(), trials)
                .orElseThrow(() -> refuse(tenant, trials, place, ProblemCode.SIGN_IN_FAILED));
        SecondFactor.Answer answer = secondFactor.check(tenant, known.user(), login.otp(), place.origin());
        if (answer == SecondFactor.Answer.MISSING) {
            throw new ProblemException(Problem.inValue(ProblemCode.OTP_REQUIRED, "otp"));
        }
        if (answer == SecondFactor.Answer.WRONG) {
            throw refuse(tenant, trials, place, ProblemCode.OTP_WRONG);
        }
        return database.transaction(sql -> {
            attempts.succeeded(sql, tenant, trials.getFirst());
            return begin(sql, tenant, known.user(), known.method(), place);
        });
    }

    private SignedIn begin(SqlRunner sql, Tenant tenant, UUID user, String method, Place place) {
        NewSession session = NewSession.of(user, method, place);
        SignedIn signedIn = sessions.open(sql, tenant, session);
        audit.note(
                sql,
                tenant,
                AuditEntry.of("sign_in", USER, place.origin())
                        .by(user)
                        .about(user)
                        .with("{\"method\": \"" + method + "\"}"));
        return signedIn;
    }

    /** Begins the session of a user whom another way of signing in has made sure of. */
    public SignedIn begin(Tenant tenant, UUID user, String method, Place place) {
        return database.transaction(sql -> begin(sql, tenant, user, method, place));
    }

    /**
     * Makes sure that this is the user's password: counted like a sign-in.
     *
     * @throws ProblemException when it is not, or when a directory keeps it
     */
    public void confirm(Tenant tenant, User user, String password, Place place) {
        List<Trial> trials =
                trials(tenant, new Login(user.username(), password, Optional.empty(), Optional.empty()), place);
        attempts.check(tenant, trials);
        PasswordSources.Known known = looked(tenant, user.username(), password, trials)
                .filter(found -> found.user().equals(user.id()))
                .orElseThrow(() -> refuse(tenant, trials, place, ProblemCode.SIGN_IN_FAILED));
        if (!known.method().equals(Users.METHOD)) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.FORBIDDEN, "", "change this here", "Change it where you sign in: " + known.method()));
        }
    }

    /** Others may have failed meanwhile: many guesses at once are told no more than as many in a row. */
    private Optional<PasswordSources.Known> looked(
            Tenant tenant, String username, String password, List<Trial> trials) {
        Optional<PasswordSources.Known> found = sources.find(tenant, username, password);
        attempts.check(tenant, trials);
        return found;
    }

    /** A browser that is known counts by itself: whoever guesses at the name or from the address does not shut it out. */
    private List<Trial> trials(Tenant tenant, Login login, Place place) {
        return login.device()
                .flatMap(mark -> devices.trial(tenant, login.username(), mark))
                .map(List::of)
                .orElseGet(() -> List.of(
                        Trial.name(login.username()),
                        Trial.address(place.origin().address(), login.username())));
    }

    private ProblemException refuse(Tenant tenant, List<Trial> trials, Place place, ProblemCode code) {
        attempts.failed(tenant, trials);
        audit.note(tenant, AuditEntry.of("sign_in_failed", USER, place.origin()));
        return new ProblemException(Problem.inValue(code, ""));
    }
}
