package io.armature.metadata.foreign.frappe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes simple conditions of Python as JavaScript, which the translator reads; what is more than simple it will refuse. */
final class PythonCondition {

    private static final Pattern PIECES = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[^'\"]+");

    private PythonCondition() {}

    static String javascript(String python) {
        String plain = python.replaceAll("doc\\.get\\(\\s*['\"](\\w+)['\"]\\s*\\)", "doc.$1");
        StringBuilder javascript = new StringBuilder();
        Matcher pieces = PIECES.matcher(plain);
        while (pieces.find()) {
            String piece = pieces.group();
            boolean quoted = piece.startsWith("'") || piece.startsWith("\"");
            javascript.append(quoted ? piece : words(piece));
        }
        return javascript.toString().strip();
    }

    private static String words(String piece) {
        return piece.replaceAll("\\band\\b", "&&")
                .replaceAll("\\bor\\b", "||")
                .replaceAll("\\bis not\\b", "!=")
                .replaceAll("\\bis\\b", "==")
                .replaceAll("\\bnot\\b(?! in\\b)", "!")
                .replaceAll("\\bNone\\b", "null")
                .replaceAll("\\bTrue\\b", "true")
                .replaceAll("\\bFalse\\b", "false");
    }
}
