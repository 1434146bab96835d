package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.foreign.javascript.Value;
import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes conditions of the filters of Frappe's lists: a field, an operator and a value. */
final class Filters {

    private Filters() {}

    /** What a field is compared with. */
    sealed interface Operand {}

    record Constant(JsonNode value) implements Operand {}

    /** @param value nothing where it cannot be told */
    record Computed(Optional<Value> value) implements Operand {}

    /** The condition, or nothing where there is none like it. */
    static Optional<String> condition(Value field, String operator, Operand operand) {
        String text = field.sort() == Sort.LINK ? field.key().orElse("") : field.text();
        if (text.isEmpty() || field.sort() == Sort.ROWS || field.sort() == Sort.OPAQUE) {
            return Optional.empty();
        }
        return switch (operand) {
            case Computed(var value) -> value.flatMap(other -> pair(text, sign(operator), other.text()));
            case Constant(var value) -> constant(field, text, operator.toLowerCase(Locale.ROOT), value);
        };
    }

    private static Optional<String> constant(Value field, String text, String operator, JsonNode value) {
        return switch (operator) {
            case "in", "not in" ->
                list(field, value).map(list -> {
                    String within = text + " in " + list;
                    return operator.equals("in") ? within : "!(" + within + ")";
                });
            case "between" -> between(field, text, value);
            case "timespan" -> isDate(field) ? Timespan.condition(day(field, text), value.asText()) : Optional.empty();
            case "not like" -> like(field, text, value.asText()).map(found -> "!" + found);
            case "is" ->
                switch (value.asText()) {
                    case "set" -> Optional.of("isSet(" + field.text() + ")");
                    case "not set" -> Optional.of("!isSet(" + field.text() + ")");
                    default -> Optional.empty();
                };
            case "like" -> like(field, text, value.asText());
            default -> literal(field, value).flatMap(literal -> pair(day(field, text), sign(operator), literal));
        };
    }

    private static Optional<String> between(Value field, String text, JsonNode value) {
        if (!value.isArray() || value.size() != 2) {
            return Optional.empty();
        }
        String left = day(field, text);
        Optional<String> last = literal(field, value.get(1));
        return literal(field, value.get(0))
                .flatMap(first -> last.map(end -> left + " >= " + first + " && " + left + " <= " + end));
    }

    private static boolean isDate(Value field) {
        return field.sort() == Sort.DAY || field.sort() == Sort.MOMENT;
    }

    /** Of a moment its day: filters say no more. */
    private static String day(Value field, String text) {
        return field.sort() == Sort.MOMENT ? "date(" + text + ")" : text;
    }

    private static Optional<String> like(Value field, String text, String pattern) {
        String middle = pattern.replaceAll("^%|%$", "");
        return (field.sort() == Sort.TEXT || field.sort() == Sort.LINK) && !middle.contains("%")
                ? Optional.of("contains(" + text + ", " + Value.text(middle).text() + ")")
                : Optional.empty();
    }

    private static String sign(String operator) {
        return switch (operator) {
            case "=", "==" -> "==";
            case "!=", "<", "<=", ">", ">=" -> operator;
            default -> "";
        };
    }

    private static Optional<String> pair(String left, String sign, String right) {
        return sign.isEmpty() ? Optional.empty() : Optional.of(left + " " + sign + " " + right);
    }

    private static Optional<String> list(Value field, JsonNode value) {
        List<String> literals = new ArrayList<>();
        Iterable<JsonNode> items = value.isArray() ? value : listed(value);
        for (JsonNode item : items) {
            Optional<String> literal = literal(field, item);
            if (literal.isEmpty()) {
                return Optional.empty();
            }
            literals.add(literal.get());
        }
        return literals.isEmpty() ? Optional.empty() : Optional.of("[" + String.join(", ", literals) + "]");
    }

    /** {@code "a, b"} says the same as a list. */
    private static List<JsonNode> listed(JsonNode value) {
        List<JsonNode> items = new ArrayList<>();
        for (String item : value.asText().split(",")) {
            items.add(JsonNodeFactory.instance.textNode(item.strip()));
        }
        return items;
    }

    private static Optional<String> literal(Value field, JsonNode value) {
        if (value.isContainerNode()) {
            return Optional.empty();
        }
        return switch (field.sort()) {
            case TEXT, LINK -> Optional.of(Value.text(value.asText()).text());
            case TICK ->
                Optional.of(Boolean.toString(
                        !value.asText().equals("0") && !value.asText().isEmpty()));
            case NUMBER -> Doc.parse(value.asText()).map(number -> number.toPlainString());
            case DAY, MOMENT ->
                value.asText().matches("\\d{4}-\\d{2}-\\d{2}")
                        ? Optional.of("date('" + value.asText() + "')")
                        : Optional.empty();
            case CONDITION, TIME, ROWS, OPAQUE, NOTHING -> Optional.empty();
        };
    }
}
