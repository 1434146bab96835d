package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.FirstAdministrator;
import io.armature.engine.site.SiteMoves;
import io.armature.engine.site.SiteOrder;
import io.armature.engine.site.Sites;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.time.Duration;
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

    private static final String PASSPHRASE = "X-Passphrase";

    /** In days: a century. */
    private static final int LONGEST_WAITING = 36_500;

    private final Sites sites;
    private final SiteMoves moves;
    private final JsonBodies bodies;

    public TenantController(Sites sites, SiteMoves moves, JsonBodies bodies) {
        this.sites = sites;
        this.moves = moves;
        this.bodies = bodies;
    }

    /** A tenant to make. */
    record TenantOrder(
            @Nullable String name,
            @Nullable Set<String> hosts,
            @Nullable Set<String> origins,
            @Nullable List<String> packs,
            @Nullable String adminPassword) {

        SiteOrder order() {
            return new SiteOrder(
                    Optional.ofNullable(name)
                            .orElseThrow(
                                    () -> new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "name", "name"))),
                    Optional.ofNullable(hosts).orElse(Set.of()),
                    Optional.ofNullable(origins).orElse(Set.of()),
                    Optional.ofNullable(packs).orElse(List.of()),
                    Optional.ofNullable(adminPassword));
        }
    }

    /** What changes of a tenant; what is not named stays. */
    record TenantChange(
            @Nullable Set<String> hosts, @Nullable Set<String> origins) {}

    @Get
    public Map<String, Collection<Tenant>> list(RequestContext context) {
        return Map.of("data", sites.all(context));
    }

    @Get("/{name}")
    public Tenant one(RequestContext context, String name) {
        return sites.require(context, name);
    }

    @Post
    public HttpResponse<Map<String, String>> create(RequestContext context, @Body byte[] body) {
        SiteOrder order = bodies.read(body, TenantOrder.class).order();
        Optional<String> made = sites.create(context, order);
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("name", order.name());
        answer.put("username", FirstAdministrator.USERNAME);
        made.ifPresent(password -> answer.put("password", password));
        return HttpResponse.created(answer);
    }

    @Patch("/{name}")
    public Tenant change(RequestContext context, String name, @Body byte[] body) {
        TenantChange change = bodies.read(body, TenantChange.class);
        return sites.change(context, name, Optional.ofNullable(change.hosts()), Optional.ofNullable(change.origins()));
    }

    @Post("/{name}/suspend")
    public Tenant suspend(RequestContext context, String name) {
        return sites.suspend(context, name);
    }

    @Post("/{name}/resume")
    public Tenant resume(RequestContext context, String name) {
        return sites.resume(context, name);
    }

    /** The whole tenant in one archive; the header {@code X-Passphrase} wraps its keys. */
    @Get("/{name}/export")
    public StreamedFile export(RequestContext context, HttpRequest<?> request, String name) {
        return new StreamedFile(moves.export(context, name, passphrase(request)), MediaType.of("application/zip"))
                .attach(name + ".site.zip");
    }

    /** Makes a tenant of an archive, under its own name or {@code ?name=}. */
    @Post("/import")
    @Consumes(MediaType.ALL)
    public HttpResponse<Tenant> take(
            RequestContext context, HttpRequest<?> request, @QueryValue Optional<String> name, @Body InputStream body) {
        return HttpResponse.created(moves.take(context, body, name, passphrase(request)));
    }

    private static Optional<String> passphrase(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(PASSPHRASE)).filter(text -> !text.isEmpty());
    }

    /** Deletes the tenant; {@code ?days=} says how long it can be brought back. */
    @Delete("/{name}")
    public Tenant delete(RequestContext context, String name, @QueryValue Optional<Integer> days) {
        return sites.delete(context, name, days.map(TenantController::waiting).orElse(Sites.WAITING));
    }

    private static Duration waiting(int days) {
        if (days < 0 || days > LONGEST_WAITING) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.INVALID_VALUE, "days", "number of days from 0 to " + LONGEST_WAITING, "30"));
        }
        return Duration.ofDays(days);
    }
}
