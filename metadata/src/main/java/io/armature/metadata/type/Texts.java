package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.problem.ProblemCode;

/** What holds of texts of every type: characters that can be kept, lengths. */
final class Texts {

    private Texts() {}

    /** The text of a JSON string, if PostgreSQL can keep it. */
    static String read(JsonNode json, SimpleType type, String example) throws InvalidValue {
        if (!json.isTextual()) {
            throw type.wrong(example);
        }
        return storable(json.textValue());
    }

    /** Refuses a zero character and halves of surrogate pairs. */
    static String storable(String text) throws InvalidValue {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                throw new InvalidValue(ProblemCode.UNSTORABLE_CHARACTER, "U+0000");
            }
            if (Character.isSurrogate(character)) {
                if (i + 1 >= text.length() || !Character.isSurrogatePair(character, text.charAt(i + 1))) {
                    throw new InvalidValue(ProblemCode.UNSTORABLE_CHARACTER, "U+" + Integer.toHexString(character));
                }
                i++;
            }
        }
        return text;
    }

    /** Refuses texts outside the lengths, which count characters as people do, not UTF-16 units. */
    static void checkLength(String text, int minimum, int maximum) throws InvalidValue {
        if (text.length() <= maximum && minimum == 0) {
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (length > maximum) {
            throw new InvalidValue(ProblemCode.TOO_LONG, Integer.toString(maximum));
        }
        if (length < minimum) {
            throw new InvalidValue(ProblemCode.TOO_SHORT, Integer.toString(minimum));
        }
    }
}
