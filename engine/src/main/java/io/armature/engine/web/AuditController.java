package io.armature.engine.web;

import io.armature.engine.access.Access;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.Retention;
import io.armature.engine.audit.Retention.Rule;
import io.armature.engine.audit.Sealer;
import io.armature.engine.audit.Verification;
import io.armature.engine.audit.Verifier;
import io.armature.engine.current.RequestContext;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The trail as a whole; its rows are read as {@code sys.audit}. */
@Controller("/api/audit")
public final class AuditController {

    private final Access access;
    private final Verifier verifier;
    private final Sealer sealer;
    private final Retention retention;
    private final JsonBodies bodies;

    public AuditController(Access access, Verifier verifier, Sealer sealer, Retention retention, JsonBodies bodies) {
        this.access = access;
        this.verifier = verifier;
        this.sealer = sealer;
        this.retention = retention;
        this.bodies = bodies;
    }

    /** What became of looking at everything. */
    record Report(boolean sound, Verification trail) {}

    /** Looks at every row and seal; {@code ?head=} names a seal that was noted elsewhere and must still be there. */
    @Get("/verify")
    public Report verify(RequestContext context, @QueryValue Optional<String> head) {
        access.requireAdministrator(context, "verify the trail");
        Verification verification = verifier.verify(context.tenant(), head);
        return new Report(verification.isSound(), verification);
    }

    /** Seals what is new, now; the answer names the latest seal. */
    @Post("/seal")
    public Map<String, String> seal(RequestContext context) {
        access.requireAdministrator(context, "seal the trail");
        sealer.seal(context.tenant());
        return Map.of("head", sealer.head(context.tenant()).orElse(""));
    }

    /** Days by entity. */
    @Get("/retention")
    public Map<String, Integer> retention(RequestContext context) {
        access.requireAdministrator(context, "see how long the trail is kept");
        Map<String, Integer> days = new TreeMap<>();
        retention.rules(context.tenant()).forEach(rule -> days.put(rule.entity(), rule.days()));
        return days;
    }

    /** Keeps rows so many days by entity, {@code *} standing for all others; what is not named is kept for ever. */
    @Put("/retention")
    public Map<String, Integer> changeRetention(RequestContext context, @Body byte[] body) {
        access.requireAdministrator(context, "change how long the trail is kept");
        List<Rule> rules = bodies.read(body).properties().stream()
                .map(property -> {
                    if (!property.getValue().isIntegralNumber()
                            || !property.getValue().canConvertToInt()
                            || property.getValue().intValue() < 1) {
                        throw new ProblemException(Problem.inValue(
                                ProblemCode.INVALID_VALUE, property.getKey(), "a number of days", "365"));
                    }
                    return new Rule(property.getKey(), property.getValue().intValue());
                })
                .toList();
        retention.replace(
                context.tenant(),
                rules,
                AuditEntry.of("retention", "sys.audit", context.origin())
                        .by(context.user().id()));
        return retention(context);
    }
}
