package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.access.Access;
import io.armature.engine.current.RequestContext;
import io.armature.engine.record.Explanations;
import io.armature.engine.record.RoleDrafts;
import io.armature.engine.screen.NamedRights;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Optional;
import java.util.UUID;

/** Who may do what, and why, and what changed roles would change. */
@Controller("/api/access")
public final class ExplanationController {
    private final Access access;
    private final Explanations explanations;
    private final NamedRights byName;
    private final RoleDrafts drafts;
    private final JsonBodies bodies;

    public ExplanationController(
            Access access, Explanations explanations, NamedRights byName, RoleDrafts drafts, JsonBodies bodies) {
        this.access = access;
        this.explanations = explanations;
        this.byName = byName;
        this.drafts = drafts;
        this.bodies = bodies;
    }

    /** About an entity, or what {@code action}, {@code page} or {@code menu} names. */
    @Get("/explain")
    public JsonNode explain(RequestContext context, HttpRequest<?> request) {
        Optional<String> user = parameter(request, "user");
        Optional<String> named = NamedRights.KINDS.stream()
                .filter(what -> parameter(request, what).isPresent())
                .findFirst();
        if (named.isPresent()) {
            String what = named.get();
            return byName.explain(context, what, parameter(request, what).orElseThrow(), user);
        }
        return explanations.explain(
                context, entity(request), parameter(request, "id").map(id -> RecordPaths.id(request, id)), user);
    }

    @Get("/who")
    public JsonNode who(RequestContext context, HttpRequest<?> request) {
        access.requireAdministrator(context, "see who may see a record");
        UUID id = RecordPaths.id(request, parameter(request, "id").orElse(""));
        return explanations.who(context, entity(request), id);
    }

    /** {@code {"roles": {"crm.rep": {…}}}}: what would change were these in force. */
    @Post("/diff")
    public JsonNode diff(RequestContext context, @Body byte[] body) {
        access.requireAdministrator(context, "compare roles");
        return drafts.diff(context, bodies.read(body).path("roles"));
    }

    private static String entity(HttpRequest<?> request) {
        return parameter(request, "entity").orElseThrow(() -> required("entity"));
    }

    private static Optional<String> parameter(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name);
    }

    private static ProblemException required(String name) {
        return new ProblemException(Problem.inValue(ProblemCode.REQUIRED, name, name));
    }
}
