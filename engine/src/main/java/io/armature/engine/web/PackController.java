package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.current.InstalledPack;
import io.armature.engine.current.RequestContext;
import io.armature.engine.pack.ArchiveShelf;
import io.armature.engine.pack.PackOrders;
import io.armature.engine.pack.PackPlan;
import io.armature.engine.pack.PackPlanJson;
import io.armature.engine.pack.PackPlanner;
import io.armature.engine.pack.PackVerb;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.definition.PackManifest;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packs over REST: uploaded, planned, and then done as planned. */
@Controller("/api/packs")
public final class PackController {

    private final Access access;
    private final ArchiveShelf shelf;
    private final PackPlanner planner;
    private final PackOrders orders;
    private final JsonBodies bodies;

    public PackController(
            Access access, ArchiveShelf shelf, PackPlanner planner, PackOrders orders, JsonBodies bodies) {
        this.access = access;
        this.shelf = shelf;
        this.planner = planner;
        this.orders = orders;
        this.bodies = bodies;
    }

    /**
     * What shall happen.
     *
     * @param action for {@code /plan}, where the address does not say it
     * @param packs names; for install and upgrade also digests and name@version
     * @param demo whether demonstration data is loaded
     * @param plan the digest of the plan that was looked at; another plan is then refused
     * @param allowDestructive whether columns and tables may be taken out of use
     * @param consent what hooks may reach that the plan asks for, in its words
     */
    record Order(
            @Nullable String action,
            @Nullable List<String> packs,
            boolean demo,
            @Nullable String plan,
            boolean allowDestructive,
            @Nullable List<String> consent) {}

    @Get
    public Map<String, List<InstalledPack>> list(RequestContext context) {
        access.requireAdministrator(context, "see packs");
        return Map.of("data", planner.installed(context.tenant()));
    }

    @Post
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "application/zip"})
    public HttpResponse<Map<String, String>> upload(RequestContext context, @Body byte[] archive) {
        access.requireAdministrator(context, "upload packs");
        PackArchive kept = shelf.put(context.tenant(), archive);
        PackManifest manifest = shelf.manifest(kept);
        return HttpResponse.created(Map.of(
                "pack", manifest.name(),
                "version", manifest.version(),
                "title", manifest.title(),
                "digest", kept.digest()));
    }

    @Post("/plan")
    public ObjectNode plan(RequestContext context, @Body byte[] body) {
        Order order = bodies.read(body, Order.class);
        return PackPlanJson.of(plan(context, verb(order.action()), order), context.locale());
    }

    @Post("/{action:install|upgrade|uninstall|activate|deactivate}")
    public JsonNode perform(RequestContext context, String action, @Body byte[] body) {
        Order order = bodies.read(body, Order.class);
        PackPlan plan = plan(context, verb(action), order);
        if (order.plan() != null && !order.plan().equals(plan.digest())) {
            throw new ProblemException(Problem.inValue(ProblemCode.PLAN_OUTDATED, "plan"));
        }
        List<String> consents = order.consent() == null ? List.of() : order.consent();
        orders.perform(plan, order.allowDestructive(), consents, context);
        return PackPlanJson.of(plan, context.locale());
    }

    private PackPlan plan(RequestContext context, PackVerb verb, Order order) {
        access.requireAdministrator(context, "change packs");
        if (order.packs() == null || order.packs().isEmpty()) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "packs", "packs"));
        }
        return orders.plan(context.tenant(), verb, order.packs(), order.demo());
    }

    private static PackVerb verb(@Nullable String action) {
        return Arrays.stream(PackVerb.values())
                .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(action))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.UNKNOWN_OPTION,
                        "action",
                        String.valueOf(action),
                        "install, upgrade, uninstall, activate, deactivate")));
    }
}
