package io.armature.engine.identity;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;

/** What only the user himself may change of his account: nobody in his name, and no program with a limited token. */
public final class OwnAccount {

    private OwnAccount() {}

    /** @throws ProblemException when somebody acts in the user's name; {@code what} completes "You may not …" */
    public static void requireInPerson(User user, String what) {
        if (user.standing().impersonator().isPresent()) {
            throw refusal(what);
        }
    }

    /** @throws ProblemException when it is not the user himself; {@code what} completes "You may not …" */
    public static void require(User user, String what) {
        Standing standing = user.standing();
        if (standing.impersonator().isPresent()
                || !standing.scopes().areAll()
                || user.id().equals(User.SYSTEM.id())) {
            throw refusal(what);
        }
    }

    private static ProblemException refusal(String what) {
        return new ProblemException(Problem.inValue(ProblemCode.FORBIDDEN, "", what, "Sign in as the user himself."));
    }
}
