package io.armature.engine.web;

import io.armature.engine.access.Access;
import io.armature.engine.current.RequestContext;
import io.armature.engine.record.Comments;
import io.armature.engine.record.Comments.Comment;
import io.armature.metadata.model.Entity;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.List;

/** What people say about a record. */
@Controller("/api/{pack}/{entity}/{id}/comments")
public final class CommentController {

    private final Comments comments;
    private final Access access;
    private final JsonBodies bodies;

    public CommentController(Comments comments, Access access, JsonBodies bodies) {
        this.comments = comments;
        this.access = access;
        this.bodies = bodies;
    }

    /** All comments, the oldest first. */
    record Listing(List<Comment> data) {}

    @Get
    public Listing list(RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        Entity about = EntityPaths.require(context, pack, entity);
        access.requireRead(context, about);
        return new Listing(comments.list(context, about, RecordPaths.id(request, id)));
    }

    @Post
    public HttpResponse<Comment> add(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id, @Body byte[] body) {
        Entity about = EntityPaths.require(context, pack, entity);
        access.requireRead(context, about);
        return HttpResponse.created(comments.add(context, about, RecordPaths.id(request, id), bodies.read(body)));
    }

    @Patch("/{comment}")
    public Comment change(
            RequestContext context,
            HttpRequest<?> request,
            String pack,
            String entity,
            String id,
            String comment,
            @Body byte[] body) {
        Entity about = EntityPaths.require(context, pack, entity);
        access.requireRead(context, about);
        return comments.change(
                context, about, RecordPaths.id(request, id), RecordPaths.id(request, comment), bodies.read(body));
    }

    @Delete("/{comment}")
    public HttpResponse<?> remove(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id, String comment) {
        Entity about = EntityPaths.require(context, pack, entity);
        access.requireRead(context, about);
        comments.remove(context, about, RecordPaths.id(request, id), RecordPaths.id(request, comment));
        return HttpResponse.noContent();
    }
}
