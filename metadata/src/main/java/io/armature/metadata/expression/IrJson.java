package io.armature.metadata.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The typed tree as JSON, for browsers and for keeping. Each node is an object that is told by its first property:
 * {@code literal}, {@code null}, {@code path}, {@code context}, {@code call}, {@code if}, {@code items} or
 * {@code aggregate}; the reference of expressions describes them. Booleans are JSON's, other values text.
 */
public final class IrJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private IrJson() {}

    /** {@code {text, entity, type, tree}}. */
    public static ObjectNode write(Expression expression) {
        ObjectNode json = JSON.objectNode();
        json.put("text", expression.text());
        json.put("entity", expression.entity());
        json.put("type", Types.name(expression.type()));
        json.set("tree", write(expression.tree()));
        return json;
    }

    /** Reads what {@link #write(Expression)} wrote; throws {@link IllegalArgumentException} for anything else. */
    public static Expression readExpression(JsonNode json) {
        return new Expression(
                text(json, "text"), text(json, "entity"), read(json.path("tree")), TypeNames.read(text(json, "type")));
    }

    /** The tree alone. */
    public static ObjectNode write(Ir tree) {
        ObjectNode json = JSON.objectNode();
        switch (tree) {
            case Ir.Literal(var value, var _) -> literal(value, json);
            case Ir.Nothing _ -> json.put("null", true);
            case Ir.Path(var base, var path, var _) -> {
                path.forEach(json.putArray("path")::add);
                json.put("base", base);
            }
            case Ir.Context(var name, var _) -> json.put("context", name);
            case Ir.Call(var function, var arguments, var _) -> {
                json.put("call", function);
                json.set("arguments", writeAll(arguments));
            }
            case Ir.Choice(var condition, var then, var otherwise, var _) -> {
                json.set("if", write(condition));
                json.set("then", write(then));
                json.set("else", write(otherwise));
            }
            case Ir.Items(var items, var _) -> json.set("items", writeAll(items));
            case Ir.Aggregate(var function, var rows, var body, var _) -> {
                json.put("aggregate", function);
                json.set("rows", write(rows));
                json.set("body", write(body));
            }
        }
        if (!(tree instanceof Ir.Nothing)) {
            json.put("type", Types.name(tree.type()));
        }
        return json;
    }

    /** Decimals keep the zeros they were written with. */
    private static void literal(Object value, ObjectNode json) {
        switch (value) {
            case Boolean known -> json.put("literal", known);
            case BigDecimal number -> json.put("literal", number.toPlainString());
            default -> json.put("literal", Values.text(value));
        }
    }

    private static ArrayNode writeAll(List<Ir> trees) {
        ArrayNode array = JSON.arrayNode();
        trees.forEach(tree -> array.add(write(tree)));
        return array;
    }

    /** Reads what {@link #write(Ir)} wrote; throws {@link IllegalArgumentException} for anything else. */
    public static Ir read(JsonNode json) {
        if (json.has("null")) {
            return new Ir.Nothing();
        }
        ValueType type = TypeNames.read(text(json, "type"));
        if (json.has("literal")) {
            return readLiteral(json.get("literal"), type);
        }
        if (json.has("path")) {
            return path(json, type);
        }
        if (json.has("context")) {
            return new Ir.Context(text(json, "context"), type);
        }
        if (json.has("call")) {
            return new Ir.Call(text(json, "call"), readAll(json.path("arguments")), type);
        }
        if (json.has("if")) {
            return new Ir.Choice(read(json.path("if")), read(json.path("then")), read(json.path("else")), type);
        }
        if (json.has("items")) {
            return new Ir.Items(readAll(json.get("items")), type);
        }
        if (json.has("aggregate")) {
            JsonNode rows = json.path("rows");
            Ir.Path from = path(rows, TypeNames.read(text(rows, "type")));
            return new Ir.Aggregate(text(json, "aggregate"), from, read(json.path("body")), type);
        }
        throw new IllegalArgumentException("Not a node of an expression: " + json);
    }

    private static Ir readLiteral(JsonNode value, ValueType type) {
        return new Ir.Literal(value.isBoolean() ? value.booleanValue() : Values.read(value.asText(), type), type);
    }

    private static Ir.Path path(JsonNode json, ValueType type) {
        var names = new ArrayList<String>();
        json.path("path").forEach(name -> names.add(name.asText()));
        boolean sound =
                !names.isEmpty() && json.path("base").isInt() && !(type instanceof Rows(var of) && of.isEmpty());
        if (!sound) {
            throw new IllegalArgumentException("Not a path: " + json);
        }
        return new Ir.Path(json.get("base").intValue(), names, type);
    }

    private static List<Ir> readAll(JsonNode array) {
        var trees = new ArrayList<Ir>();
        array.forEach(each -> trees.add(read(each)));
        return trees;
    }

    private static String text(JsonNode json, String property) {
        JsonNode value = json.path(property);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("No text `" + property + "` in " + json);
        }
        return value.textValue();
    }
}
