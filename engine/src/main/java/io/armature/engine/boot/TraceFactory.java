package io.armature.engine.boot;

import io.armature.engine.web.OpenTelemetryTraces;
import io.armature.engine.web.RequestTraces;
import io.armature.engine.web.Routes;
import io.micronaut.context.annotation.Factory;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows requests where the usual variables of OpenTelemetry ask for it; else nothing of it is even loaded. */
@Factory
final class TraceFactory {

    @Singleton
    RequestTraces traces(Routes routes) {
        return isWanted() ? Configured.traces(routes) : RequestTraces.NONE;
    }

    private static boolean isWanted() {
        boolean off = setting("OTEL_SDK_DISABLED")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent()
                || setting("OTEL_TRACES_EXPORTER").filter("none"::equals).isPresent();
        return !off
                && Stream.of(
                                "OTEL_TRACES_EXPORTER",
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
                        .anyMatch(name -> setting(name).isPresent());
    }

    /** A variable, or the property that OpenTelemetry takes for it. */
    private static Optional<String> setting(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .or(() -> Optional.ofNullable(
                        System.getProperty(variable.toLowerCase(Locale.ROOT).replace('_', '.'))))
                .filter(text -> !text.isBlank());
    }

    /** Loaded only where it is wanted. */
    private static final class Configured {

        private Configured() {}

        static RequestTraces traces(Routes routes) {
            OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesSupplier(() -> Map.of(
                            "otel.service.name", "armature",
                            "otel.metrics.exporter", "none",
                            "otel.logs.exporter", "none",
                            "otel.exporter.otlp.protocol", "http/protobuf"))
                    .build()
                    .getOpenTelemetrySdk();
            return new OpenTelemetryTraces(sdk, routes);
        }
    }
}
