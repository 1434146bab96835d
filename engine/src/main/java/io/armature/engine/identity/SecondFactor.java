package io.armature.engine.identity;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.Origin;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.Transaction;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The second factor: codes of an authenticator program, each good once, and recovery codes for the day it is lost. Secrets
 * are encrypted at rest, recovery codes hashed. Safe for many threads.
 */
public final class SecondFactor {

    /** What secrets are sealed for. */
    static final String PURPOSE = "sys.user.otp";

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 12;

    private final Database database;
    private final Vault vault;
    private final CallerCache callers;
    private final Audit audit;
    private final Clock clock;
    private final OneTimeCodes codes = new OneTimeCodes();
    private final RecoveryCodes recovery = new RecoveryCodes(RECOVERY_LENGTH);

    public SecondFactor(Database database, Vault vault, CallerCache callers, Audit audit, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a code turned out to be. */
    enum Answer {
        /** The user has no second factor. */
        NOT_ENROLLED,
        RIGHT,
        MISSING,
        WRONG
    }

    /**
     * How a user stands to it.
     *
     * @param enrolled whether he has set it up
     * @param recoveryCodes how many are left
     */
    public record State(boolean enrolled, int recoveryCodes) {}

    /**
     * What an authenticator program needs.
     *
     * @param secret in base 32
     * @param uri the same for a QR code
     */
    public record Enrolment(String secret, String uri) {}

    public State state(Tenant tenant, UUID user) {
        return database.direct(sql -> new State(
                OtpStore.find(sql, tenant, user)
                        .filter(OtpStore.Factor::confirmed)
                        .isPresent(),
                OtpStore.codesLeft(sql, tenant, user)));
    }

    /**
     * Makes a secret, which counts once a code of it is shown.
     *
     * @throws ProblemException when the user has a second factor already
     */
    public Enrolment begin(Tenant tenant, User user) {
        if (state(tenant, user.id()).enrolled()) {
            throw new ProblemException(Problem.inValue(ProblemCode.OTP_ENROLLED, ""));
        }
        String secret = codes.newSecret();
        String sealed = vault.seal(tenant, PURPOSE, secret);
        database.transaction(sql -> {
            OtpStore.propose(sql, tenant, user.id(), sealed);
            return secret;
        });
        return new Enrolment(secret, OneTimeCodes.uri("Armature " + tenant.name(), user.username(), secret));
    }

    /**
     * Makes the secret count, and gives the recovery codes, shown this once.
     *
     * @throws ProblemException when the code is wrong
     */
    public List<String> confirm(Tenant tenant, UUID user, String code) {
        return database.transaction(sql -> {
            if (!isCode(sql, tenant, user, code)) {
                throw wrong();
            }
            OtpStore.confirm(sql, tenant, user);
            callers.forget(sql, tenant);
            return newCodes(sql, tenant, user);
        });
    }

    /** Recovery codes in the place of those that are left; whoever asks shows a code. */
    public List<String> renew(Tenant tenant, UUID user, String code, Origin origin) {
        require(tenant, user, code, origin);
        return database.transaction(sql -> {
            note(sql, tenant, user, "recovery_renewed", origin);
            return newCodes(sql, tenant, user);
        });
    }

    /** @throws ProblemException when the user has a second factor and this is no code of it */
    public void require(Tenant tenant, UUID user, String code, Origin origin) {
        if (check(tenant, user, Optional.of(code), origin) != Answer.RIGHT) {
            throw wrong();
        }
    }

    /** Takes the second factor off a user. */
    public void remove(Tenant tenant, UUID user) {
        database.transaction(sql -> {
            OtpStore.remove(sql, tenant, user);
            callers.forget(sql, tenant);
            return user;
        });
    }

    /** Looks at a code of a sign-in, and uses it up. */
    Answer check(Tenant tenant, UUID user, Optional<String> code, Origin origin) {
        return database.transaction(sql -> {
            if (OtpStore.find(sql, tenant, user)
                    .filter(OtpStore.Factor::confirmed)
                    .isEmpty()) {
                return Answer.NOT_ENROLLED;
            }
            return code.filter(text -> !text.isBlank())
                    .map(text -> spend(sql, tenant, user, text, origin) ? Answer.RIGHT : Answer.WRONG)
                    .orElse(Answer.MISSING);
        });
    }

    private boolean spend(Transaction sql, Tenant tenant, UUID user, String text, Origin origin) {
        String plain = text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (isCode(sql, tenant, user, plain)) {
            return true;
        }
        boolean recovered = OtpStore.spendCode(sql, tenant, user, plain);
        if (recovered) {
            note(sql, tenant, user, "recovery_used", origin);
        }
        return recovered;
    }

    private void note(SqlRunner sql, Tenant tenant, UUID user, String action, Origin origin) {
        audit.note(
                sql, tenant, AuditEntry.of(action, "sys.user", origin).by(user).about(user));
    }

    private boolean isCode(Transaction sql, Tenant tenant, UUID user, String code) {
        OptionalLong step = OtpStore.find(sql, tenant, user)
                .map(factor -> codes.step(vault.open(tenant, PURPOSE, factor.sealed()), code.strip(), clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent() && OtpStore.spend(sql, tenant, user, step.getAsLong());
    }

    private List<String> newCodes(Transaction sql, Tenant tenant, UUID user) {
        List<String> made =
                Stream.generate(recovery::create).limit(RECOVERY_CODES).toList();
        OtpStore.keepCodes(sql, tenant, user, made);
        return made.stream().map(RecoveryCodes::readable).toList();
    }

    private static ProblemException wrong() {
        return new ProblemException(Problem.inValue(ProblemCode.OTP_WRONG, "otp"));
    }
}
