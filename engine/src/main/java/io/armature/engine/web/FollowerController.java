package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.notify.Followers;
import io.armature.engine.notify.Followers.Follower;
import io.armature.metadata.model.Entity;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.List;
import java.util.Map;

/** Who hears of what happens to a record. */
@Controller("/api/{pack}/{entity}/{id}/followers")
public final class FollowerController {

    private final Followers followers;

    public FollowerController(Followers followers) {
        this.followers = followers;
    }

    @Get
    public Map<String, List<Follower>> list(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        Entity about = EntityPaths.require(context, pack, entity);
        return Map.of("data", followers.of(context, about, RecordPaths.id(request, id)));
    }

    @Put("/me")
    public HttpResponse<?> follow(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        followers.follow(context, EntityPaths.require(context, pack, entity), RecordPaths.id(request, id));
        return HttpResponse.noContent();
    }

    @Delete("/me")
    public HttpResponse<?> unfollow(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        followers.unfollow(context, EntityPaths.require(context, pack, entity), RecordPaths.id(request, id));
        return HttpResponse.noContent();
    }
}
