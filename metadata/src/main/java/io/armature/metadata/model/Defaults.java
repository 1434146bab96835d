package io.armature.metadata.model;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.type.InvalidValue;
import io.armature.metadata.type.ValueType;
import java.util.Optional;

/**
 * Understands {@code default:}. A value of the field's type is that value; other text is an expression. For fields that
 * hold text every text would be a value, so there an expression begins with {@code =}.
 */
final class Defaults {

    private static final String KEY = "default";
    private static final String MARK = "=";

    private final RuleCompiler rules;

    Defaults(RuleCompiler rules) {
        this.rules = rules;
    }

    Optional<Expression> of(Field field) {
        Optional<Node> node = field.definition().property(KEY);
        if (node.isEmpty() || field.valueType() instanceof ValueType.Rows) {
            return Optional.empty();
        }
        if (node.get() instanceof TextNode text && text.value().startsWith(MARK)) {
            return expression(field, text, text.value().substring(MARK.length()));
        }
        try {
            Object value = field.type().read(Trees.json(node.get()), field.definition());
            return Optional.of(new Expression(
                    Trees.json(node.get()).toString(),
                    field.level(),
                    new Ir.Literal(value, field.valueType()),
                    field.valueType()));
        } catch (InvalidValue notAValue) {
            return node.get() instanceof TextNode text && field.valueType() != ValueType.Scalar.TEXT
                    ? expression(field, text, text.value())
                    : Optional.empty();
        }
    }

    private Optional<Expression> expression(Field field, TextNode node, String text) {
        return rules.compile(
                text,
                field.level(),
                Optional.of(field.valueType()),
                node.position(),
                "fields." + field.name() + "." + KEY);
    }
}
