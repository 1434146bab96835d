package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Suggestion;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in the words of a request, not of Java, why its JSON does not fit. */
final class Misfits {

    private Misfits() {}

    static Problem problem(MismatchedInputException misfit) {
        String path = path(misfit);
        if (misfit instanceof PropertyBindingException unknown) {
            List<String> known = unknown.getKnownPropertyIds() == null
                    ? List.of()
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList();
            return Problem.inValue(
                    ProblemCode.MALFORMED_REQUEST,
                    path,
                    "`" + unknown.getPropertyName() + "`",
                    hint(unknown.getPropertyName(), known));
        }
        Expected expected = expected(misfit.getTargetType());
        return Problem.inValue(ProblemCode.INVALID_VALUE, path, expected.what(), expected.example());
    }

    private static String hint(String name, List<String> known) {
        String question = Suggestion.question(name, known);
        return question.isEmpty() ? String.join(", ", known) : question;
    }

    private record Expected(String what, String example) {}

    private static Expected expected(@Nullable Class<?> type) {
        if (type == UUID.class) {
            return new Expected("an id", "01890a5d-ac96-774b-bcce-b302099a8057");
        }
        if (type == Boolean.class || type == boolean.class) {
            return new Expected("boolean", "true");
        }
        if (type != null && Temporal.class.isAssignableFrom(type)) {
            return new Expected("a moment", "2026-01-31T12:00:00Z");
        }
        if (type != null && (Number.class.isAssignableFrom(type) || type.isPrimitive())) {
            return new Expected("integer", "12");
        }
        if (type != null && (Collection.class.isAssignableFrom(type) || type.isArray())) {
            return new Expected("a list", "[…]");
        }
        if (type == String.class) {
            return new Expected("a text", "\"…\"");
        }
        return type == Map.class || type == null || !type.isEnum()
                ? new Expected("an object", "{…}")
                : new Expected("a text", options(type));
    }

    private static String options(Class<?> type) {
        return List.of(type.getEnumConstants()).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException misfit) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : misfit.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
