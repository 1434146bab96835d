package io.armature.metadata.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a JSON Schema does not allow, said for people. */
final class Violations {

    private static final String UNKNOWN = "additionalProperties";
    private static final String NAMES = "propertyNames";

    private final MapNode tree;
    private final DefinitionSchemas schemas;

    Violations(MapNode tree, DefinitionSchemas schemas) {
        this.tree = tree;
        this.schemas = schemas;
    }

    /** One error for a property, where both its name and its presence are wrong: the one that knows more. */
    List<Error> distinct(List<Error> errors) {
        Set<String> named = errors.stream()
                .filter(error -> error.getKeyword().equals(NAMES))
                .map(Violations::property)
                .collect(Collectors.toSet());
        Set<String> unfit = errors.stream()
                .filter(error -> error.getKeyword().equals("type"))
                .map(error -> error.getInstanceLocation().toString())
                .collect(Collectors.toSet());
        return errors.stream()
                .filter(error -> !error.getKeyword().equals(UNKNOWN) || !named.contains(property(error)))
                .filter(error -> error.getKeyword().equals("type")
                        || !unfit.contains(error.getInstanceLocation().toString()))
                .toList();
    }

    private static String property(Error error) {
        return error.getInstanceLocation() + " " + error.getProperty();
    }

    Problem problem(Error error) {
        Place place = Place.of(tree, error.getInstanceLocation());
        JsonNode rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case UNKNOWN -> unknown(place, error.getProperty(), known(error));
            case NAMES ->
                rule.has("enum")
                        ? unknown(place, error.getProperty(), texts(rule.get("enum")))
                        : name(place, error.getProperty(), rule);
            case "required" -> place.problem(ProblemCode.MISSING_PROPERTY, error.getProperty());
            case "type" -> place.problem(ProblemCode.WRONG_SHAPE, ShapeWords.types(rule), advice(error));
            case "enum" -> word(place, error.getInstanceNode(), texts(rule));
            case "pattern" ->
                place.problem(ProblemCode.WRONG_FORM, error.getInstanceNode().asText(), description(error));
            default ->
                place.problem(
                        ProblemCode.OUT_OF_LIMITS, ShapeWords.limit(error.getKeyword(), rule), description(error));
        };
    }

    private static Problem unknown(Place place, String property, List<String> known) {
        String question = Suggestion.question(property, known);
        String hint = question.isEmpty() ? "Possible are: " + String.join(", ", known) + "." : question;
        return place.atKey(property).problem(ProblemCode.UNKNOWN_PROPERTY, property, hint);
    }

    private static Problem name(Place place, String property, JsonNode rule) {
        return place.atKey(property)
                .problem(
                        ProblemCode.WRONG_FORM,
                        property,
                        rule.path("description").asText());
    }

    private static Problem word(Place place, JsonNode value, List<String> known) {
        return place.problem(
                ProblemCode.WRONG_WORD,
                value.asText(),
                Suggestion.question(value.asText(), known),
                String.join(", ", known));
    }

    /** A number or flag where a text belongs was probably meant as a text. */
    private static String advice(Error error) {
        boolean scalar =
                error.getInstanceNode().isNumber() || error.getInstanceNode().isBoolean();
        return scalar && error.getSchemaNode().toString().contains("string") ? "Put it between quotes." : "";
    }

    /** The properties that the schema names beside the rule that was broken. */
    private List<String> known(Error error) {
        List<String> names = new ArrayList<>();
        parent(error).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String description(Error error) {
        return parent(error).path("description").asText();
    }

    /** The schema that holds the broken rule. */
    private JsonNode parent(Error error) {
        String location = error.getSchemaLocation().toString();
        int hash = location.indexOf('#');
        String file =
                location.substring(location.lastIndexOf('/', hash) + 1, hash).replace(".json", "");
        String pointer = location.substring(hash + 1);
        return schemas.tree(file).at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
