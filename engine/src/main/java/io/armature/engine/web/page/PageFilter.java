package io.armature.engine.web.page;

import io.armature.engine.web.page.PageFiles.PageFile;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers browsers with the files of the front end. Whatever is not the engine's own address is the front end's, so a
 * link to a record opens it; calls of the interface pass by untouched.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class PageFilter implements Ordered {

    /** Inside what guards paths and sets headers, before anybody asks who calls. */
    private static final int ORDER = HIGHEST_PRECEDENCE + 5;

    private static final List<String> OF_THE_ENGINE =
            List.of("/api", "/openapi", "/openapi.json", "/health", "/metrics");
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String A_YEAR = "public, max-age=31536000, immutable";

    private final PageFiles files;

    public PageFilter(PageFiles files) {
        this.files = files;
    }

    /**
     * Reads a small file on the thread that took the request: giving it to another would cost every call more than this.
     *
     * @return nothing where the address is not the front end's
     */
    @RequestFilter
    public @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
        if (!files.arePresent()
                || !READS.contains(request.getMethod())
                || isOfTheEngine(request.getPath())
                || isMisread(request)) {
            return null;
        }
        String accepted = Optional.ofNullable(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING))
                .orElse("");
        return page(request.getPath(), accepted);
    }

    /**
     * What is no address at all comes here as a root that nobody asked for: without the headers of the request, of which HTTP/1.1 has
     * at least the host. It is refused further on.
     */
    private static boolean isMisread(HttpRequest<?> request) {
        return request.getPath().equals("/")
                && request.getHeaders().names().isEmpty()
                && request instanceof NettyHttpRequest<?> netty
                && !netty.getNativeRequest().protocolVersion().equals(HttpVersion.HTTP_1_0);
    }

    static boolean isOfTheEngine(String path) {
        return OF_THE_ENGINE.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }

    private HttpResponse<?> page(String path, String accepted) {
        return files.at(path, accepted)
                .map(PageFilter::answer)
                .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", path, "")));
    }

    private static HttpResponse<byte[]> answer(PageFile file) {
        MutableHttpResponse<byte[]> answer = HttpResponse.ok(file.bytes())
                .contentType(MediaType.of(file.type()))
                .header(HttpHeaders.CACHE_CONTROL, file.lasting() ? A_YEAR : "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        file.packing().ifPresent(packing -> answer.header(HttpHeaders.CONTENT_ENCODING, packing));
        return answer;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
