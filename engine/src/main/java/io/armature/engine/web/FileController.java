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
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Files of any kind, by their ids. */
@Controller("/api/files")
public final class FileController {

    private static final int USUAL_SIDE = 256;

    private final StoredFiles files;
    private final FileContents contents;

    FileController(StoredFiles files, FileContents contents) {
        this.files = files;
        this.contents = contents;
    }

    /** Takes a file in, {@code ?name=}; a field of a record may name it within a day. */
    @Post
    @Consumes(MediaType.ALL)
    public HttpResponse<ObjectNode> add(
            RequestContext context, @QueryValue Optional<String> name, @Body InputStream content) {
        return created(files.add(context, Required.text("name", name.orElse(null)), content, Optional.empty()));
    }

    /** The same by a form, whose part {@code file} it is. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public HttpResponse<ObjectNode> add(RequestContext context, @Part("file") CompletedFileUpload file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return created(files.add(context, file.getFilename(), content, Optional.empty()));
        }
    }

    @Get("/{id}")
    public ObjectNode one(RequestContext context, HttpRequest<?> request, String id) {
        return FileJson.of(files.require(context, RecordPaths.id(request, id)));
    }

    @Get("/{id}/content")
    public HttpResponse<?> content(
            RequestContext context,
            HttpRequest<?> request,
            String id,
            @QueryValue Optional<Long> version,
            @QueryValue Optional<Boolean> download) {
        UUID file = RecordPaths.id(request, id);
        return contents.content(context, request, file, version, download.orElse(false));
    }

    /** A small picture, {@code ?size=} pixels wide or high at most. */
    @Get("/{id}/preview")
    public HttpResponse<?> preview(
            RequestContext context, HttpRequest<?> request, String id, @QueryValue Optional<Integer> size) {
        return contents.preview(context, request, RecordPaths.id(request, id), size.orElse(USUAL_SIDE));
    }

    @Get("/{id}/versions")
    public ObjectNode versions(RequestContext context, HttpRequest<?> request, String id) {
        return FileJson.versions(files.versions(context, RecordPaths.id(request, id)));
    }

    /** Gives the file another content. */
    @Post("/{id}/versions")
    @Consumes(MediaType.ALL)
    public HttpResponse<ObjectNode> replace(
            RequestContext context,
            HttpRequest<?> request,
            String id,
            @QueryValue Optional<String> name,
            @Body InputStream content) {
        return created(files.replace(context, RecordPaths.id(request, id), name, content));
    }

    @Delete("/{id}")
    public HttpResponse<?> delete(RequestContext context, HttpRequest<?> request, String id) {
        files.delete(context, RecordPaths.id(request, id));
        return HttpResponse.noContent();
    }

    static HttpResponse<ObjectNode> created(StoredFile file) {
        return HttpResponse.created(FileJson.of(file), URI.create("/api/files/" + file.id()));
    }
}
