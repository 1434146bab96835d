package io.armature.engine.web;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * What Prometheus reads. It tells names of tenants, so it is for this machine, or for who brings the token that
 * {@code ARMATURE_METRICS_TOKEN} names.
 */
@Controller("/metrics")
public final class MetricsController {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    /** When these are asked, they look for what there is by tenant and by kind, which must be done before all is read. */
    private static final List<String> LOOKING = List.of("armature.queue.kinds", "armature.outbox.tenants");

    private final PrometheusMeterRegistry registry;
    private final Optional<String> token =
            Optional.ofNullable(System.getenv("ARMATURE_METRICS_TOKEN")).filter(text -> !text.isBlank());

    public MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Get
    @Produces(TEXT)
    public String metrics(HttpRequest<?> request) {
        if (!isHere(request) && !hasToken(request)) {
            throw new ProblemException(Problem.inValue(ProblemCode.SIGN_IN_REQUIRED, ""));
        }
        LOOKING.forEach(name -> Optional.ofNullable(registry.find(name).gauge()).ifPresent(Gauge::value));
        return registry.scrape();
    }

    /** Whether the caller is on this machine, and no proxy speaks for somebody else. */
    private static boolean isHere(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress() != null
                && request.getRemoteAddress().getAddress().isLoopbackAddress()
                && !request.getHeaders().contains("X-Forwarded-For")
                && !request.getHeaders().contains("Forwarded");
    }

    private boolean hasToken(HttpRequest<?> request) {
        byte[] given = Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
        return token.filter(text -> MessageDigest.isEqual(given, ("Bearer " + text).getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
