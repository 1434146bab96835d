package io.armature.metadata.model;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.type.InvalidValue;
import io.armature.metadata.type.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
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
        if (node.isEmpty() || field.valueType() instanceof ValueType.Rows || isKey(field, node.get())) {
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

    /** For a link: the unique key of the record that it leads to by default, {@code {code: EUR}}; empty for other defaults. */
    Map<String, Expression> keyOf(Field field) {
        Map<String, Expression> key = new LinkedHashMap<>();
        if (field.definition().property(KEY).orElse(null) instanceof MapNode map && isKey(field, map)) {
            map.entries().forEach((name, value) -> part(field, name, value).ifPresent(part -> key.put(name, part)));
        }
        return key;
    }

    private static boolean isKey(Field field, Node node) {
        return node instanceof MapNode && field.valueType() instanceof ValueType.Reference;
    }

    private Optional<Expression> part(Field field, String name, Node value) {
        return switch (value) {
            case TextNode text
            when text.value().startsWith(MARK) ->
                rules.compile(
                        text.value().substring(MARK.length()),
                        field.level(),
                        Optional.empty(),
                        text.position(),
                        path(field) + "." + name);
            case TextNode text -> Optional.of(literal(field, text.value(), ValueType.Scalar.TEXT));
            case NumberNode number -> Optional.of(literal(field, number.value(), ValueType.Scalar.DECIMAL));
            case FlagNode flag -> Optional.of(literal(field, flag.value(), ValueType.Scalar.BOOLEAN));
            case MapNode _, ListNode _, NullNode _ -> Optional.empty();
        };
    }

    private static Expression literal(Field field, Object value, ValueType type) {
        return new Expression(value.toString(), field.level(), new Ir.Literal(value, type), type);
    }

    private static String path(Field field) {
        return "fields." + field.name() + "." + KEY;
    }

    private Optional<Expression> expression(Field field, TextNode node, String text) {
        return rules.compile(text, field.level(), Optional.of(field.valueType()), node.position(), path(field));
    }
}
