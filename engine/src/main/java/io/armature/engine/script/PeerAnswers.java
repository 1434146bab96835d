package io.armature.engine.script;

import io.armature.engine.tenant.Tenant;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Answers calls of other servers in their place: while packs are tested, nobody is called. */
@FunctionalInterface
public interface PeerAnswers {

    /** Nothing is answered here: servers are called. */
    PeerAnswers NONE = (tenant, method, address) -> Optional.empty();

    /** What a server has answered. */
    record PeerAnswer(int status, Map<String, String> headers, String text) {

        public PeerAnswer {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * The answer; empty when the server itself shall be called.
     *
     * @throws io.armature.metadata.problem.ProblemException when nobody is to be called, and no answer is there
     */
    Optional<PeerAnswer> of(Tenant tenant, String method, URI address);
}
