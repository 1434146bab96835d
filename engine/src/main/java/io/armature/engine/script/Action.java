package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.type.FieldType;
import io.armature.metadata.type.FieldTypes;
import io.armature.metadata.type.InvalidValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A custom endpoint of a pack, as its file declares it.
 *
 * @param title what people call it
 * @param parameters by name, with types as fields have them; empty when any object is taken
 * @param result the members of what it answers, by name; empty when it answers anything
 */
public record Action(
        String pack,
        String name,
        String title,
        Optional<SequencedMap<String, FieldDefinition>> parameters,
        Optional<SequencedMap<String, FieldDefinition>> result) {

    private static final FieldTypes TYPES = FieldTypes.standard();

    public Action {
        parameters = parameters.map(map -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map)));
        result = result.map(map -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map)));
    }

    public String fullName() {
        return pack + "." + name;
    }

    static Optional<FieldType> type(FieldDefinition parameter) {
        return TYPES.find(parameter.type());
    }

    /**
     * What was sent, by the types of the parameters; a parameter that was not sent is null.
     *
     * @throws ProblemException with everything that does not fit
     */
    Map<String, Object> read(JsonNode input) {
        SequencedMap<String, FieldDefinition> declared = parameters.orElseThrow();
        if (!input.isObject()) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_VALUE, "", "an object", "{…}"));
        }
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        input.fieldNames().forEachRemaining(name -> {
            if (!declared.containsKey(name)) {
                problems.add(Problem.inValue(
                        ProblemCode.UNKNOWN_VALUE_FIELD,
                        name,
                        name,
                        fullName(),
                        Suggestion.question(name, declared.keySet())));
            }
        });
        declared.forEach((name, parameter) ->
                read(name, parameter, input.path(name), problems).ifPresent(value -> values.put(name, value)));
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return values;
    }

    /**
     * What the function answered, if it is what it declares.
     *
     * @throws ProblemException when it is not
     */
    void check(JsonNode answer) {
        result.ifPresent(declared -> {
            List<Problem> problems = new ArrayList<>();
            declared.forEach((name, member) -> read(name, member, answer.path(name), problems));
            answer.fieldNames().forEachRemaining(name -> {
                if (!declared.containsKey(name)) {
                    problems.add(Problem.inValue(ProblemCode.UNKNOWN_VALUE_FIELD, name, name, fullName(), ""));
                }
            });
            if (!problems.isEmpty() || !answer.isObject()) {
                problems.addFirst(Problem.inValue(ProblemCode.ACTION_RESULT, "", fullName()));
                throw new ProblemException(problems);
            }
        });
    }

    private static Optional<Object> read(
            String name, FieldDefinition parameter, JsonNode json, List<Problem> problems) {
        if (json.isMissingNode() || json.isNull()) {
            if (parameter.flag("required")) {
                problems.add(Problem.inValue(ProblemCode.REQUIRED, name, name));
            }
            return Optional.empty();
        }
        try {
            return Optional.of(type(parameter).orElseThrow().read(json, parameter));
        } catch (InvalidValue invalid) {
            problems.add(
                    Problem.inValue(invalid.code(), name, invalid.arguments().toArray(String[]::new)));
            return Optional.empty();
        }
    }

    /** The JSON Schema of parameters or of a result. */
    public static void schema(ObjectNode schema, Optional<SequencedMap<String, FieldDefinition>> declared) {
        schema.put("type", "object");
        declared.ifPresent(members -> {
            ObjectNode properties = schema.putObject("properties");
            members.forEach((name, member) -> {
                ObjectNode one = type(member).orElseThrow().schema(member);
                member.text("title").ifPresent(title -> one.put("title", title));
                member.text("help").ifPresent(help -> one.put("description", help));
                properties.set(name, one);
                if (member.flag("required")) {
                    schema.withArrayProperty("required").add(name);
                }
            });
            schema.put("additionalProperties", false);
        });
    }
}
