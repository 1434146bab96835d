package io.armature.metadata.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a text with expressions between double braces. */
public sealed interface TextPiece {

    /** Text as it stands. */
    record Plain(String text) implements TextPiece {}

    /** The text of an expression. */
    record Value(String expression) implements TextPiece {}

    /** The pieces of a text, in their order. */
    static List<TextPiece> of(String text) {
        Matcher value = Pattern.compile("\\{\\{(.+?)}}", Pattern.DOTALL).matcher(text);
        List<TextPiece> pieces = new ArrayList<>();
        int from = 0;
        while (value.find()) {
            if (value.start() > from) {
                pieces.add(new Plain(text.substring(from, value.start())));
            }
            pieces.add(new Value(value.group(1).strip()));
            from = value.end();
        }
        if (from < text.length()) {
            pieces.add(new Plain(text.substring(from)));
        }
        return pieces;
    }
}
