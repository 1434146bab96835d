package io.armature.engine.intake;

import io.armature.engine.audit.Origin;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Callers;
import io.armature.engine.job.RunCall;
import io.armature.engine.query.read.Facts;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.write.Uuids;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Locale;
import java.util.UUID;

/** Makes requests in the name of whoever asked for an import, with the rights that he has when it is done. */
public final class IntakeContexts {

    /** Who really asks, in what is handed to the work. */
    static final String ACTED_BY = "actedBy";

    private final Callers callers;
    private final CurrentModels models;
    private final Facts facts;

    public IntakeContexts(Callers callers, CurrentModels models, Facts facts) {
        this.callers = callers;
        this.models = models;
        this.facts = facts;
    }

    /**
     * @param call what is done for him, and who really asked for it, if that was somebody in his name
     * @param request names what is written in the trail
     * @throws ProblemException when the user is active no more
     */
    RequestContext of(RunCall call, UUID user, String request) {
        Tenant tenant = call.tenant();
        Model model = models.of(tenant);
        Origin origin = Origin.of(request);
        return callers.named(tenant, user.toString())
                .map(found -> new RequestContext(
                        tenant,
                        model,
                        found,
                        found.locale().orElse(Locale.ENGLISH),
                        Uuids.parse(call.payload().path(ACTED_BY).asText())
                                .map(origin::actedBy)
                                .orElse(origin),
                        facts.of(tenant, model, found)))
                .orElseThrow(
                        () -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", "sys.user " + user, "")));
    }
}
