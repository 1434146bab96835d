package io.armature.metadata.check;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.read.NodeJson;
import io.armature.metadata.type.InvalidValue;
import io.armature.metadata.type.Options;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Optional;

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

    private static String hint(Node value, Field field) {
        return value instanceof TextNode text
                ? Suggestion.question(
                        text.value(), Options.of(field.definition()).keys())
                : "";
    }
}
