package io.armature.engine.web;

import io.armature.engine.access.Access;
import io.armature.engine.current.ModelWatcher;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.FirstAdministrator;
import io.armature.engine.pack.PackOrders;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tenants, for administrators of the main one. */
@Controller("/api/tenants")
public final class TenantController {

    private final Access access;
    private final Tenants tenants;
    private final ModelWatcher watcher;
    private final FirstAdministrator administrators;
    private final PackOrders packs;
    private final JsonBodies bodies;

    public TenantController(
            Access access,
            Tenants tenants,
            ModelWatcher watcher,
            FirstAdministrator administrators,
            PackOrders packs,
            JsonBodies bodies) {
        this.access = access;
        this.tenants = tenants;
        this.watcher = watcher;
        this.administrators = administrators;
        this.packs = packs;
        this.bodies = bodies;
    }

    /** A tenant to make. */
    record TenantOrder(
            @Nullable String name,
            @Nullable Set<String> hosts,
            @Nullable List<String> packs,
            @Nullable String adminPassword) {}

    @Get
    public Map<String, Collection<Tenant>> list(RequestContext context) {
        requireMain(context);
        return Map.of("data", tenants.all());
    }

    @Post
    public HttpResponse<Map<String, String>> create(RequestContext context, @Body byte[] body) {
        requireMain(context);
        TenantOrder order = bodies.read(body, TenantOrder.class);
        String name = Optional.ofNullable(order.name())
                .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "name", "name")));
        Tenant tenant = tenants.create(name, Optional.ofNullable(order.hosts()).orElse(Set.of()));
        watcher.refresh();
        packs.install(tenant, Optional.ofNullable(order.packs()).orElse(List.of()), false);
        Optional<String> made = administrators.ensure(tenant, Optional.ofNullable(order.adminPassword()));
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("name", tenant.name());
        answer.put("username", FirstAdministrator.USERNAME);
        made.ifPresent(password -> answer.put("password", password));
        return HttpResponse.created(answer);
    }

    private void requireMain(RequestContext context) {
        access.requireAdministrator(context, "change tenants");
        if (!context.tenant().name().equals(Tenant.MAIN)) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.FORBIDDEN, "", "change tenants from here", "Do it in the main tenant."));
        }
    }
}
