package io.armature.engine.web;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The page on which people read and try the REST interface; all of it comes from this server. */
@Controller("/openapi/ui")
public final class OpenApiPageController {

    private static final String PAGE = "/web/openapi/index.html";
    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
    private static final Map<String, Asset> ASSETS = Map.of(
            "swagger-ui.css", new Asset(LIBRARY + "swagger-ui.css", "text/css"),
            "swagger-ui-bundle.js", new Asset(LIBRARY + "swagger-ui-bundle.js", "text/javascript"),
            "start.js", new Asset("/web/openapi/start.js", "text/javascript"));
    private static final String SELF_ONLY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** A file of the page and its media type. */
    private record Asset(String resource, String type) {}

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<byte[]> page() {
        return HttpResponse.ok(bytes(PAGE)).header("Content-Security-Policy", SELF_ONLY);
    }

    @Get("/{file}")
    public HttpResponse<byte[]> asset(String file) {
        Asset asset = ASSETS.get(file);
        if (asset == null) {
            throw new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", "/openapi/ui/" + file, ""));
        }
        return HttpResponse.ok(bytes(asset.resource()))
                .contentType(MediaType.of(asset.type() + ";charset=utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400");
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = OpenApiPageController.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Missing from the distribution: " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
