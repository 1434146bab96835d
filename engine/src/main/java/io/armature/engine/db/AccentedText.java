package io.armature.engine.db;

import io.armature.metadata.expression.Identifiers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells texts that hold letters beyond ASCII, accented ones among them. In UTF-8, in which all databases of the engine are, such a
 * letter has more bytes than one; to compare two lengths costs far less than to look at each letter.
 */
public final class AccentedText {

    private AccentedText() {}

    /** The condition that a text is one of them. It is false where there is no text. */
    public static String in(String quotedColumn) {
        return "octet_length(" + quotedColumn + ") <> char_length(" + quotedColumn + ")";
    }

    /** The condition that one of several columns holds one of them, in a form from which PostgreSQL sees that each alone implies it. */
    public static String inOneOf(List<String> columns) {
        return columns.stream().map(column -> in(Identifiers.quote(column))).collect(Collectors.joining(" or "));
    }
}
