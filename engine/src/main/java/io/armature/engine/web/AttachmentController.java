package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.file.StoredFile;
import io.armature.engine.file.StoredFiles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What is attached to a record. */
@Controller("/api/{pack}/{entity}/{id}/files")
public final class AttachmentController {

    private final StoredFiles files;

    AttachmentController(StoredFiles files) {
        this.files = files;
    }

    @Get
    public ObjectNode list(RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        return FileJson.list(files.of(context, about(context, request, pack, entity, id)));
    }

    /** Attaches a file, {@code ?name=}. */
    @Post
    @Consumes(MediaType.ALL)
    public HttpResponse<ObjectNode> add(
            RequestContext context,
            HttpRequest<?> request,
            String pack,
            String entity,
            String id,
            @QueryValue Optional<String> name,
            @Body InputStream content) {
        StoredFile.About about = about(context, request, pack, entity, id);
        return FileController.created(
                files.add(context, Required.text("name", name.orElse(null)), content, Optional.of(about)));
    }

    /** The same by a form, whose part {@code file} it is. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public HttpResponse<ObjectNode> add(
            RequestContext context,
            HttpRequest<?> request,
            String pack,
            String entity,
            String id,
            @Part("file") CompletedFileUpload file)
            throws IOException {
        StoredFile.About about = about(context, request, pack, entity, id);
        try (InputStream content = file.getInputStream()) {
            return FileController.created(files.add(context, file.getFilename(), content, Optional.of(about)));
        }
    }

    @Delete("/{file}")
    public HttpResponse<?> delete(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id, String file) {
        about(context, request, pack, entity, id);
        files.delete(context, RecordPaths.id(request, file));
        return HttpResponse.noContent();
    }

    private static StoredFile.About about(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        return new StoredFile.About(EntityPaths.require(context, pack, entity).fullName(), RecordPaths.id(request, id));
    }
}
