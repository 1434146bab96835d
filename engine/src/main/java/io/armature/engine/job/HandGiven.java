package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.access.Access;
import io.armature.engine.current.RequestContext;

/**
 * What somebody may give a job that he runs by hand. Jobs work with all rights: which records they read or delete, and to whom
 * they send them, is for their packs and for administrators to say, not for whoever may start them.
 */
final class HandGiven {

    private HandGiven() {}

    /**
     * Refuses what is not for the caller to say: anything where the engine itself does the work, and what the definition says
     * where a function does it.
     *
     * @throws io.armature.metadata.problem.ProblemException when he says it nevertheless
     */
    static void require(Access access, RequestContext context, PackJob job, JsonNode with) {
        boolean ofEngine = job.definition().action().isPresent();
        with.fieldNames().forEachRemaining(name -> {
            if (ofEngine || job.definition().with().containsKey(name)) {
                access.requireAdministrator(context, "give the job " + job.name() + " another `" + name + "`");
            }
        });
    }
}
