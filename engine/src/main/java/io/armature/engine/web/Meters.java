package io.armature.engine.web;

import io.armature.engine.tenant.Tenant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Measures requests: by the template of their address and their status, and counts them by tenant. */
@Singleton
public final class Meters {

    private static final String BEGUN = "armature.begun";

    private final MeterRegistry registry;
    private final Routes routes;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, Counter> tenants = new ConcurrentHashMap<>();

    public Meters(MeterRegistry registry, Routes routes) {
        this.registry = registry;
        this.routes = routes;
    }

    private record Kind(String method, String route, int status) {}

    void begin(HttpRequest<?> request) {
        request.setAttribute(BEGUN, System.nanoTime());
    }

    void end(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        long nanoseconds = request.getAttribute(BEGUN, Long.class)
                .map(begun -> System.nanoTime() - begun)
                .orElse(0L);
        timers.computeIfAbsent(new Kind(method(request), routes.template(request), answer.code()), this::timer)
                .record(nanoseconds, TimeUnit.NANOSECONDS);
        RequestContexts.tenant(request)
                .map(Tenant::name)
                .ifPresent(name -> tenants.computeIfAbsent(name, this::counter).increment());
    }

    private Timer timer(Kind kind) {
        return Timer.builder("armature.requests")
                .description("Requests by the template of their address, method and status")
                .tag("route", kind.route())
                .tag("method", kind.method())
                .tag("status", String.valueOf(kind.status()))
                .register(registry);
    }

    private Counter counter(String tenant) {
        return Counter.builder("armature.tenant.requests")
                .description("Requests by tenant")
                .tag("tenant", tenant)
                .register(registry);
    }

    /** Made-up methods are one. */
    private static String method(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.CUSTOM ? "other" : request.getMethodName();
    }
}
