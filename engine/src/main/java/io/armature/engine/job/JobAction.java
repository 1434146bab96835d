package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;

/** Something that jobs of packs can do without a hook: {@code action: purge}. Beans of this type are found by themselves. */
public interface JobAction {

    /** As jobs name it. */
    String name();

    /**
     * Does it in the engine's own name.
     *
     * @param pack the job's
     * @param with what the job says
     * @throws io.armature.metadata.problem.ProblemException when what it says makes no sense
     */
    void run(RequestContext context, String pack, JsonNode with, RunCall call);
}
