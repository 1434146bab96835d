package io.armature.engine.write;

import java.util.Optional;
import java.util.UUID;

/** What somebody says who is asked to agree to a transition. */
public sealed interface Decision {

    Decision APPROVE = new Approve();

    /** He agrees; where nobody is asked, he takes it. */
    record Approve() implements Decision {}

    /** He does not agree. */
    record Reject() implements Decision {}

    /** He sends it back to be done better. */
    record Return() implements Decision {}

    /**
     * He hands it to somebody else.
     *
     * @param of in whose place, for administrators
     */
    record Reassign(UUID to, Optional<UUID> of) implements Decision {}
}
