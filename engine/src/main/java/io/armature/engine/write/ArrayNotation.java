package io.armature.engine.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values in PostgreSQL's text notation, one by one or as an array: {@code {1,NULL,"a b"}}. */
final class ArrayNotation {

    private ArrayNotation() {}

    /** An array of the values; one that is itself a list becomes the text of an array. */
    static String of(List<? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder("{");
        for (Object value : values) {
            if (text.length() > 1) {
                text.append(',');
            }
            if (value == null) {
                text.append("NULL");
            } else {
                append(text, value);
            }
        }
        return text.append('}').toString();
    }

    private static void append(StringBuilder text, Object value) {
        switch (value) {
            case Long number -> text.append(number.longValue());
            case Integer number -> text.append(number.intValue());
            case Boolean flag -> text.append(flag.booleanValue());
            case BigDecimal number -> text.append(number.toPlainString());
            case java.util.UUID id -> text.append(id);
            case byte[] bytes -> quote(text, "\\x" + HexFormat.of().formatHex(bytes));
            case List<?> list -> quote(text, of(list));
            case JsonNode json -> quote(text, json.toString());
            default -> quote(text, value.toString());
        }
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\') {
                text.append('\\');
            }
            text.append(character);
        }
        text.append('"');
    }
}
