package io.armature.engine.identity;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Optional;

/**
 * Which passwords are good enough: long, unlike the user's name, and none that guessers try first. Each tenant sets the
 * length. Safe for many threads.
 */
public final class PasswordPolicy {

    /** Shorter ones no tenant can allow. */
    public static final int SHORTEST = 8;

    /** Longer ones cost time to hash. */
    public static final int LONGEST = 200;

    private static final Rules STRICT = new Rules(SHORTEST, true);

    private final Database database;
    private final CommonPasswords common = CommonPasswords.load();

    public PasswordPolicy(Database database) {
        this.database = database;
    }

    /**
     * What a tenant asks for.
     *
     * @param length the fewest characters
     * @param refuseCommon whether passwords that guessers try first are refused
     */
    public record Rules(int length, boolean refuseCommon) {}

    /** What the tenant asks for. */
    public Rules of(Tenant tenant) {
        return database.direct(sql -> sql.first(
                        Sql.of("select password_length, refuse_common from "
                                + Identifiers.quote(tenant.schema(), "sys$sign_in_policy") + " limit 1"),
                        row -> new Rules(Math.max(SHORTEST, row.getInt(1)), row.getBoolean(2))))
                .orElse(STRICT);
    }

    /**
     * @param username whose password it shall be; empty when that is not known
     * @throws ProblemException when the password is not good enough
     */
    public void check(Tenant tenant, String username, String password) {
        problem(tenant, username, password).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    /** What is wrong with a password. */
    public Optional<Problem> problem(Tenant tenant, String username, String password) {
        Rules rules = of(tenant);
        if (password.length() < rules.length() || password.length() > LONGEST) {
            return Optional.of(Problem.inValue(ProblemCode.OUT_OF_RANGE, "password", rules.length() + "–" + LONGEST));
        }
        if (common.resembles(password, username) || rules.refuseCommon() && common.contains(password)) {
            return Optional.of(Problem.inValue(ProblemCode.WEAK_PASSWORD, "password"));
        }
        return Optional.empty();
    }
}
