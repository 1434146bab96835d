package io.armature.engine.boot.trial;

import io.armature.engine.boot.trial.TrialFailure.Difference;
import io.armature.metadata.problem.Position;
import java.util.List;

/** Ends a test that does not hold. */
final class TrialRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TrialFailure failure;

    TrialRefusal(TrialFailure failure) {
        super(failure.step());
        this.failure = failure;
    }

    /** An answer other than the one that was needed to go on. */
    static TrialRefusal of(Position place, String step, String expected, TrialAnswer answer) {
        Difference status = new Difference("status", expected, String.valueOf(answer.status()));
        return new TrialRefusal(new TrialFailure(place, step, List.of(status), answer.text()));
    }

    TrialFailure failure() {
        return failure;
    }
}
