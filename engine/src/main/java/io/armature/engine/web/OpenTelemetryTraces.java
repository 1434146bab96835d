package io.armature.engine.web;

import io.armature.engine.tenant.Tenant;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells OpenTelemetry of each request, as a part of what the caller has begun. */
public final class OpenTelemetryTraces implements RequestTraces {

    private static final String SPAN = "armature.span";
    private static final int SERVER_ERROR = 500;

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final Routes routes;

    public OpenTelemetryTraces(OpenTelemetry telemetry, Routes routes) {
        this.routes = routes;
        this.tracer = telemetry.getTracer("io.armature.engine");
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    @Override
    public void begin(HttpRequest<?> request) {
        Context parent = propagator.extract(Context.root(), request.getHeaders(), Headers.GETTER);
        request.setAttribute(
                SPAN,
                tracer.spanBuilder(request.getMethodName())
                        .setParent(parent)
                        .setSpanKind(SpanKind.SERVER)
                        .setAttribute("http.request.method", request.getMethodName())
                        .setAttribute("url.path", request.getPath())
                        .setAttribute("armature.request", RequestIds.of(request))
                        .startSpan());
    }

    @Override
    public void end(HttpRequest<?> request, HttpResponse<?> answer) {
        request.getAttribute(SPAN, Span.class).ifPresent(span -> {
            String route = routes.template(request);
            span.updateName(request.getMethodName() + " " + route);
            span.setAttribute("http.route", route);
            span.setAttribute("http.response.status_code", answer.code());
            RequestContexts.tenant(request)
                    .map(Tenant::name)
                    .ifPresent(name -> span.setAttribute("armature.tenant", name));
            if (answer.code() >= SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
    }

    /** Reads the caller's headers. */
    private enum Headers implements TextMapGetter<HttpHeaders> {
        GETTER;

        @Override
        public Iterable<String> keys(HttpHeaders carrier) {
            return Set.copyOf(carrier.names());
        }

        @Override
        public @Nullable String get(@Nullable HttpHeaders carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
