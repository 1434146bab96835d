package io.armature.engine.web;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outermost look at every request and answer: plain paths in, protective headers out, other sites as allowed. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class EdgeFilter implements Ordered {

    private final CrossSite crossSite;
    private final SecurityHeaders headers;
    private final Meters meters;
    private final RequestTraces traces;

    public EdgeFilter(CrossSite crossSite, SecurityHeaders headers, Meters meters, RequestTraces traces) {
        this.crossSite = crossSite;
        this.headers = headers;
        this.meters = meters;
        this.traces = traces;
    }

    /** @return the answer, where the request needs nothing else */
    @RequestFilter
    public @Nullable HttpResponse<?> look(HttpRequest<?> request, MutablePropagatedContext propagated) {
        meters.begin(request);
        traces.begin(request);
        propagated.add(new RequestLog(request));
        Framing.check(request);
        PathGuard.check(request.getPath());
        if (!crossSite.isPreflight(request)) {
            return null;
        }
        String origin = crossSite
                .allowed(request)
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.FORBIDDEN,
                        "",
                        "call from that site",
                        "Ask an administrator to allow its origin.")));
        MutableHttpResponse<?> answer = HttpResponse.noContent();
        crossSite.describe(answer);
        crossSite.allow(origin, answer);
        headers.set(request, answer);
        return answer;
    }

    @ResponseFilter
    public void protect(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        headers.set(request, answer);
        meters.end(request, answer);
        traces.end(request, answer);
        if (request.getHeaders().get(HttpHeaders.ORIGIN) != null) {
            Optional<String> origin = crossSite.allowed(request);
            origin.ifPresent(allowed -> crossSite.allow(allowed, answer));
            answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
