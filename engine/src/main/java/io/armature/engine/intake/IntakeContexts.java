package io.armature.engine.intake;

import io.armature.engine.audit.Origin;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Callers;
import io.armature.engine.query.read.Facts;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Locale;
import java.util.UUID;

/** Makes requests in the name of whoever asked for an import, with the rights that he has when it is done. */
public final class IntakeContexts {

    private final Callers callers;
    private final CurrentModels models;
    private final Facts facts;

    public IntakeContexts(Callers callers, CurrentModels models, Facts facts) {
        this.callers = callers;
        this.models = models;
        this.facts = facts;
    }

    /**
     * @param request names what is written in the trail
     * @throws ProblemException when the user is active no more
     */
    RequestContext of(Tenant tenant, UUID user, String request) {
        Model model = models.of(tenant);
        return callers.named(tenant, user.toString())
                .map(found -> new RequestContext(
                        tenant,
                        model,
                        found,
                        found.locale().orElse(Locale.ENGLISH),
                        Origin.of(request),
                        facts.of(tenant, model, found)))
                .orElseThrow(
                        () -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", "sys.user " + user, "")));
    }
}
