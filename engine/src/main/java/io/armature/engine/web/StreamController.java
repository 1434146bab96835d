package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Credential;
import io.armature.engine.stream.StreamRequest;
import io.armature.engine.stream.Streams;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import reactor.core.publisher.Flux;

/** What happens, as it happens. */
@Controller("/api/stream")
public final class StreamController {

    private static final String LAST = "Last-Event-ID";

    private final Streams streams;
    private final RequestCredentials credentials;

    public StreamController(Streams streams, RequestCredentials credentials) {
        this.streams = streams;
        this.credentials = credentials;
    }

    @Get(produces = MediaType.TEXT_EVENT_STREAM, headRoute = false)
    public HttpResponse<Flux<Event<String>>> stream(
            HttpRequest<?> request, RequestContext context, @QueryValue(defaultValue = "") String events) {
        String last = request.getHeaders().get(LAST);
        StreamRequest wanted = StreamRequest.of(events, last == null ? "" : last);
        Credential credential = credentials
                .of(request, context.tenant())
                .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.SIGN_IN_REQUIRED, "")));
        streams.requirePlace(context);
        return HttpResponse.ok(Flux.<Event<String>>create(
                        sink -> streams.begin(context, credential, wanted, new EventOutlet(sink))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // Proxies shall not gather what is to arrive at once.
                .header("X-Accel-Buffering", "no");
    }
}
