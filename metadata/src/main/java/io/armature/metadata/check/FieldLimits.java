package io.armature.metadata.check;

import com.google.re2j.PatternSyntaxException;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.read.NodeJson;
import io.armature.metadata.type.InvalidValue;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Patterns are regular expressions, {@code min} is not above {@code max}, and both are values of the field. */
final class FieldLimits implements Check {

    private static final String PATTERN = "pattern";

    /** PostgreSQL indexes texts up to 2704 bytes. */
    private static final int INDEXED = 600;

    @Override
    public void check(Scene scene) {
        Fields.each(scene, FieldLimits::pattern);
        Fields.each(scene, FieldLimits::bounds);
        Fields.each(scene, FieldLimits::indexed);
    }

    private static void pattern(Scene scene, Field field, String path) {
        field.definition().text(PATTERN).ifPresent(pattern -> {
            try {
                com.google.re2j.Pattern.compile(pattern);
            } catch (PatternSyntaxException wrong) {
                scene.add(Problem.error(
                        ProblemCode.NOT_A_PATTERN,
                        Fields.at(field, PATTERN),
                        path + "." + PATTERN,
                        pattern,
                        String.valueOf(wrong.getDescription())));
            }
        });
    }

    private static void bounds(Scene scene, Field field, String path) {
        FieldDefinition definition = field.definition();
        Optional<BigDecimal> minimum = definition.number("min");
        Optional<BigDecimal> maximum = definition.number("max");
        if (minimum.isPresent() && maximum.isPresent() && minimum.get().compareTo(maximum.get()) > 0) {
            scene.add(Problem.error(ProblemCode.MIN_ABOVE_MAX, Fields.at(field, "min"), path + ".min"));
        }
        for (String bound : List.of("min", "max")) {
            definition
                    .property(bound)
                    .filter(TextNode.class::isInstance)
                    .ifPresent(node -> bound(scene, field, bound, node, path));
        }
    }

    /** A bound that is a text is a value of the field: a date, a time, a duration. */
    private static void bound(Scene scene, Field field, String bound, Node node, String path) {
        FieldDefinition free =
                new FieldDefinition(field.name(), field.type().name(), new LinkedHashMap<>(), field.origin(), Map.of());
        try {
            field.type().read(NodeJson.of(node), free);
        } catch (InvalidValue notAValue) {
            scene.add(Problem.error(
                    ProblemCode.NOT_A_BOUND,
                    node.position(),
                    path + "." + bound,
                    ((TextNode) node).value(),
                    field.type().name(),
                    field.name()));
        }
    }

    private static void indexed(Scene scene, Field field, String path) {
        boolean indexed = field.unique() || field.definition().flag("index");
        boolean longText = field.valueType() == Scalar.TEXT
                && field.definition()
                        .number("max")
                        .filter(max -> max.compareTo(BigDecimal.valueOf(INDEXED)) > 0)
                        .isPresent();
        if (indexed && longText) {
            scene.add(Problem.error(
                    ProblemCode.INVALID_SETTING,
                    Fields.at(field, "max"),
                    path + ".max",
                    "max",
                    "> " + INDEXED,
                    field.unique() ? "`unique`" : "`index`"));
        }
    }
}
