package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.Delegations;
import io.armature.engine.access.Delegations.Delegation;
import io.armature.engine.access.Roles;
import io.armature.engine.current.RequestContext;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Roles as documents, and rights that are lent. */
@Controller("/api/access")
public final class AccessController {
    private final Access access;
    private final Roles roles;
    private final Delegations delegations;
    private final JsonBodies bodies;
    private final Clock clock;

    public AccessController(Access access, Roles roles, Delegations delegations, JsonBodies bodies, Clock clock) {
        this.access = access;
        this.roles = roles;
        this.delegations = delegations;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Rights to lend. */
    record Order(
            @Nullable UUID delegator,
            @Nullable UUID delegate,
            @Nullable String since,
            @Nullable String until,
            @Nullable String reason) {}

    @Get("/roles")
    public Map<String, List<JsonNode>> roles(RequestContext context) {
        access.requireAdministrator(context, "see roles");
        return Map.of("data", roles.list(context).stream().map(this::shown).toList());
    }

    @Get("/roles/{role}")
    public JsonNode role(RequestContext context, String role) {
        access.requireAdministrator(context, "see roles");
        return bodies.read(roles.get(context, role).document().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Put("/roles/{role}")
    public JsonNode put(RequestContext context, String role, @Body byte[] body) {
        access.requireAdministrator(context, "change roles");
        roles.put(context, role, body);
        return role(context, role);
    }

    @Delete("/roles/{role}")
    public HttpResponse<?> reset(RequestContext context, String role) {
        access.requireAdministrator(context, "change roles");
        roles.reset(context, role);
        return HttpResponse.noContent();
    }

    @Get("/delegations")
    public Map<String, List<Delegation>> delegations(RequestContext context) {
        return Map.of("data", delegations.list(context));
    }

    @Post("/delegations")
    public HttpResponse<Map<String, UUID>> lend(RequestContext context, @Body byte[] body) {
        Order order = bodies.read(body, Order.class);
        Instant since = Optional.ofNullable(order.since())
                .map(text -> ShareController.moment("since", text))
                .orElseGet(clock::instant);
        UUID id = delegations.lend(
                context,
                Optional.ofNullable(order.delegator()).orElse(context.user().id()),
                Optional.ofNullable(order.delegate()).orElseThrow(() -> required("delegate")),
                since,
                ShareController.moment(
                        "until", Optional.ofNullable(order.until()).orElseThrow(() -> required("until"))),
                Optional.ofNullable(order.reason()).orElse(""));
        return HttpResponse.created(Map.of("id", id));
    }

    @Delete("/delegations/{id}")
    public HttpResponse<?> end(RequestContext context, HttpRequest<?> request, String id) {
        delegations.end(context, RecordPaths.id(request, id));
        return HttpResponse.noContent();
    }

    private JsonNode shown(Roles.Listed role) {
        ObjectNode json = (ObjectNode)
                bodies.read(("{\"name\": \"" + role.name() + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        json.put("title", role.title()).put("changed", role.changed());
        json.set("document", bodies.read(role.document().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return json;
    }

    private static ProblemException required(String name) {
        return new ProblemException(Problem.inValue(ProblemCode.REQUIRED, name, name));
    }
}
