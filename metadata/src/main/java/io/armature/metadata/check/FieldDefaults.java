package io.armature.metadata.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.read.NodeJson;
import io.armature.metadata.type.InvalidValue;
import io.armature.metadata.type.Options;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Optional;
import java.util.Set;

/** A default is a value of its field, or an expression. The compiler tells of expressions; this, of values. */
final class FieldDefaults implements Check {

    private static final String DEFAULT = "default";

    @Override
    public void check(Scene scene) {
        Fields.each(scene, FieldDefaults::check);
    }

    private static void check(Scene scene, Field field, String path) {
        Optional<Node> value = field.definition().property(DEFAULT);
        boolean expression = value.isPresent()
                && value.get() instanceof TextNode text
                && (text.value().startsWith("=") || field.valueType() != Scalar.TEXT);
        if (value.isEmpty() || expression || value.get() instanceof NullNode || field.valueType() instanceof Rows) {
            return;
        }
        if (value.get() instanceof MapNode map && field.valueType() instanceof Reference reference) {
            scene.model().entity(reference.entity()).ifPresent(target -> key(scene, field, target, map, path));
            return;
        }
        try {
            field.type().read(NodeJson.of(value.get()), field.definition());
        } catch (InvalidValue notAValue) {
            scene.add(Problem.error(
                    ProblemCode.NOT_A_DEFAULT,
                    value.get().position(),
                    path + "." + DEFAULT,
                    NodeJson.of(value.get()).asText(),
                    field.type().name(),
                    hint(value.get(), field)));
        }
    }

    /** {@code {code: EUR}}: the fields are a unique key of the other entity, the values such that it can hold. */
    private static void key(Scene scene, Field field, Entity target, MapNode map, String path) {
        if (!target.uniqueKeys().contains(map.entries().keySet())) {
            scene.add(Problem.error(
                    ProblemCode.NOT_A_UNIQUE_KEY,
                    map.position(),
                    path + "." + DEFAULT,
                    String.join(", ", map.entries().keySet()),
                    target.fullName(),
                    String.join(
                            "; ",
                            target.uniqueKeys().stream()
                                    .map(FieldDefaults::names)
                                    .sorted()
                                    .toList())));
            return;
        }
        map.entries()
                .forEach((name, value) -> target.field(name).ifPresent(wanted -> {
                    Optional<Expression> given =
                            Optional.ofNullable(field.rules().defaultKey().get(name));
                    boolean computed =
                            value instanceof TextNode text && text.value().startsWith("=");
                    boolean fits = computed
                            ? given.isEmpty() || given.get().type().equals(wanted.valueType())
                            : reads(wanted, NodeJson.of(value));
                    if (!fits) {
                        scene.add(Problem.error(
                                ProblemCode.NOT_A_DEFAULT,
                                value.position(),
                                path + "." + DEFAULT + "." + name,
                                NodeJson.of(value).asText(),
                                wanted.type().name(),
                                hint(value, wanted)));
                    }
                }));
    }

    private static String names(Set<String> key) {
        return String.join(" + ", key.stream().sorted().toList());
    }

    private static boolean reads(Field field, JsonNode value) {
        try {
            field.type().read(value, field.definition());
            return true;
        } catch (InvalidValue notAValue) {
            return false;
        }
    }

    private static String hint(Node value, Field field) {
        return value instanceof TextNode text
                ? Suggestion.question(
                        text.value(), Options.of(field.definition()).keys())
                : "";
    }
}
