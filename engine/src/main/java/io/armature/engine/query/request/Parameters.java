package io.armature.engine.query.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a query by name, whether they came in a URL or as JSON. Blank ones count as not given. */
final class Parameters {
    /** Parameters whose JSON may be a list. */
    private static final Set<String> LISTS = Set.of("sort", "fields", "groupBy", "measures");

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * From a URL.
     *
     * @throws ProblemException when a name is unknown or occurs twice; all such are told
     */
    static Parameters ofUrl(Map<String, List<String>> url, Set<String> known) {
        Problems problems = new Problems();
        Map<String, String> values = new LinkedHashMap<>();
        url.forEach((name, given) -> {
            checkName(name, known, problems);
            if (given.size() > 1) {
                problems.add(Problem.inValue(ProblemCode.PARAMETER_TWICE, name, name));
            }
            given.stream().findFirst().filter(value -> !value.isBlank()).ifPresent(value -> values.put(name, value));
        });
        return checked(values, problems);
    }

    /**
     * From a JSON object: lists may be arrays, aliases objects.
     *
     * @throws ProblemException when it is no object, a name is unknown or a value has the wrong type
     */
    static Parameters ofJson(JsonNode json, Set<String> known) {
        if (!json.isObject()) {
            throw new ProblemException(wrongType("", "object", json));
        }
        Problems problems = new Problems();
        Map<String, String> values = new LinkedHashMap<>();
        json.properties().forEach(entry -> {
            checkName(entry.getKey(), known, problems);
            text(entry.getKey(), entry.getValue(), problems)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> values.put(entry.getKey(), value));
        });
        return checked(values, problems);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static Parameters checked(Map<String, String> values, Problems problems) {
        values.forEach((name, value) -> {
            if (value.indexOf('\0') >= 0) {
                problems.add(Problem.inValue(ProblemCode.PARAMETER_CHARACTER, name, name));
            }
        });
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
        return new Parameters(values);
    }

    private static void checkName(String name, Set<String> known, Problems problems) {
        if (!known.contains(name)) {
            problems.add(Problem.inValue(ProblemCode.UNKNOWN_PARAMETER, name, name, Suggestion.question(name, known)));
        }
    }

    private static Optional<String> text(String name, JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (value.isTextual() || value.isIntegralNumber() || value.isBoolean()) {
            return Optional.of(value.asText());
        }
        if (LISTS.contains(name) && value.isContainerNode()) {
            return Optional.of(String.join(",", items(name, value, problems)));
        }
        problems.add(wrongType(name, LISTS.contains(name) ? "array" : "string", value));
        return Optional.empty();
    }

    private static List<String> items(String name, JsonNode container, Problems problems) {
        List<String> items = new ArrayList<>();
        if (container.isArray()) {
            container.forEach(item -> {
                if (item.isTextual()) {
                    items.add(item.asText());
                } else {
                    problems.add(wrongType(name, "string", item));
                }
            });
        } else {
            container.properties().forEach(entry -> {
                if (entry.getValue().isTextual()) {
                    items.add(entry.getKey() + ": " + entry.getValue().asText());
                } else {
                    problems.add(wrongType(name + "." + entry.getKey(), "string", entry.getValue()));
                }
            });
        }
        return items;
    }

    private static Problem wrongType(String name, String expected, JsonNode found) {
        String type = found.getNodeType().name().toLowerCase(Locale.ROOT);
        return Problem.inValue(ProblemCode.PARAMETER_TYPE, name, name, expected, type);
    }
}
