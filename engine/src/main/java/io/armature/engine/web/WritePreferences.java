package io.armature.engine.web;

import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.record.Asked;
import io.armature.engine.record.IdempotencyKey;
import io.armature.engine.record.RecordReads;
import io.armature.engine.write.WriteOptions;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the headers of a write ask for: {@code Prefer} (RFC 7240), {@code If-Match}, {@code Idempotency-Key}.
 *
 * @param applied the preferences that are understood, as they came
 */
record WritePreferences(boolean dryRun, OptionalLong maximum, boolean representation, List<String> applied) {

    private static final String PREFER = "Prefer";
    private static final String MAXIMUM = "max-affected=";

    WritePreferences {
        applied = List.copyOf(applied);
    }

    /** Those of a request; preferences that nobody knows are overlooked, as the standard wants. */
    static WritePreferences of(HttpRequest<?> request) {
        boolean dryRun = false;
        OptionalLong maximum = OptionalLong.empty();
        boolean representation = true;
        List<String> applied = new ArrayList<>();
        for (String header : request.getHeaders().getAll(PREFER)) {
            for (String part : header.split("[,;]")) {
                String preference = part.strip().toLowerCase(Locale.ROOT);
                if (preference.equals("tx=rollback")) {
                    dryRun = true;
                } else if (preference.startsWith(MAXIMUM)) {
                    maximum = OptionalLong.of(number(preference.substring(MAXIMUM.length())));
                } else if (preference.equals("return=minimal")) {
                    representation = false;
                } else if (!preference.equals("return=representation")) {
                    continue;
                }
                applied.add(preference);
            }
        }
        return new WritePreferences(dryRun, maximum, representation, applied);
    }

    WriteOptions options() {
        return new WriteOptions(dryRun, maximum, false);
    }

    /** How a write is done and answered; {@code ?fields=} says what of the record comes back. */
    Asked asked(HttpRequest<?> request, Entity entity, Optional<IdempotencyKey> key) {
        return new Asked(options(), representation ? Optional.of(shown(request, entity)) : Optional.empty(), key);
    }

    private static RecordQuery shown(HttpRequest<?> request, Entity entity) {
        return request.getParameters().contains("fields")
                ? RecordQueryParser.ofUrlForOne(
                        entity.fullName(), request.getParameters().asMap())
                : RecordReads.representation(entity);
    }

    /** Says in the answer what was heeded. */
    <T> MutableHttpResponse<T> confirm(MutableHttpResponse<T> response) {
        return applied.isEmpty() ? response : response.header("Preference-Applied", String.join(", ", applied));
    }

    /** The version that the record must have, if the request names one. */
    static Optional<Long> version(HttpRequest<?> request) {
        String header = Optional.ofNullable(request.getHeaders().get("If-Match"))
                .map(String::strip)
                .orElse("");
        if (header.isEmpty() || header.equals("*")) {
            return Optional.empty();
        }
        return Optional.of(RecordTags.version(header)
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.INVALID_PARAMETER, "If-Match", "If-Match", header, "\"3\""))));
    }

    /** The key that names the request, if it has one. */
    static Optional<IdempotencyKey> key(HttpRequest<?> request, byte[] body) {
        return Optional.ofNullable(request.getHeaders().get("Idempotency-Key"))
                .map(key -> IdempotencyKey.of(key, request.getMethodName() + " " + request.getPath(), body));
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.INVALID_PARAMETER, PREFER, PREFER, MAXIMUM + text, MAXIMUM + "1"));
        }
        return Long.parseLong(text);
    }
}
