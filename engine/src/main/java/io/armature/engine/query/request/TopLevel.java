package io.armature.engine.query.request;

import java.util.ArrayList;
import java.util.List;

/** Splits texts at commas that stand neither in quotes nor in brackets. */
final class TopLevel {
    private TopLevel() {}

    /** The parts between the commas, stripped; empty ones are kept so that the caller can refuse them. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                case '\'', '"' -> i = closingQuote(text, i);
                case ',' -> {
                    if (depth == 0) {
                        parts.add(text.substring(start, i).strip());
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    private static int closingQuote(String text, int open) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return text.length();
    }
}
