package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.record.Shares;
import io.armature.engine.record.Shares.Shared;
import io.armature.engine.record.Shares.Wish;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** With whom a record is shared. */
@Controller("/api/{pack}/{entity}/{id}/shares")
public final class ShareController {
    private final Shares shares;
    private final JsonBodies bodies;

    public ShareController(Shares shares, JsonBodies bodies) {
        this.shares = shares;
        this.bodies = bodies;
    }

    /** A user or a team, {@code read} (also when nothing is said) or {@code write}, and until when. */
    record Order(
            @Nullable UUID user,
            @Nullable UUID team,
            @Nullable String verb,
            @Nullable String until) {}

    @Get
    public Map<String, List<Shared>> list(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        return Map.of(
                "data", shares.list(context, EntityPaths.require(context, pack, entity), RecordPaths.id(request, id)));
    }

    @Post
    public HttpResponse<Map<String, UUID>> share(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id, @Body byte[] body) {
        Order order = bodies.read(body, Order.class);
        Wish wish = new Wish(
                Optional.ofNullable(order.user()),
                Optional.ofNullable(order.team()),
                Shares.verb(Optional.ofNullable(order.verb()).orElse("read")),
                Optional.ofNullable(order.until()).map(text -> moment("until", text)));
        UUID made =
                shares.share(context, EntityPaths.require(context, pack, entity), RecordPaths.id(request, id), wish);
        return HttpResponse.created(Map.of("id", made));
    }

    @Delete("/{share}")
    public HttpResponse<?> end(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id, String share) {
        shares.end(
                context,
                EntityPaths.require(context, pack, entity),
                RecordPaths.id(request, id),
                RecordPaths.id(request, share));
        return HttpResponse.noContent();
    }

    /** A moment as ISO 8601 writes it, or a day, which begins at midnight UTC. */
    static Instant moment(String path, String text) {
        try {
            return Instant.parse(text.length() == "2026-01-31".length() ? text + "T00:00:00Z" : text);
        } catch (DateTimeException notAMoment) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.INVALID_VALUE, path, "a moment", "2026-01-31T12:00:00Z"));
        }
    }
}
