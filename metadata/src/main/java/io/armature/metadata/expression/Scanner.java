package io.armature.metadata.expression;

import io.armature.metadata.problem.ProblemCode;
import java.util.Optional;

/**
 * Looks over a text before it is parsed: refuses what is nested too deeply for a recursive parser, and turns
 * {@code `in`} (a name between backticks) into a word that the grammar takes for a name, at the same place and of the
 * same length: {@code _in_}.
 */
final class Scanner {

    private final String text;
    private final StringBuilder prepared;
    private int at;
    private int depth;
    private int conditionals;

    private Scanner(String text) {
        this.text = text;
        this.prepared = new StringBuilder(text);
    }

    /** The text as the parser shall see it. */
    static String prepare(String text) {
        if (text.length() > Limits.LENGTH) {
            throw new Refusal(ProblemCode.EXPRESSION_TOO_COMPLEX, 0, String.valueOf(Limits.LENGTH));
        }
        var scanner = new Scanner(text);
        scanner.scan();
        return scanner.prepared.toString();
    }

    /** The name that was written between backticks, if the parser's word stands for one. */
    static Optional<String> quoted(String word) {
        boolean quoted = word.length() > 2 && word.startsWith("_") && word.endsWith("_");
        return quoted ? Optional.of(word.substring(1, word.length() - 1)) : Optional.empty();
    }

    private void scan() {
        while (at < text.length()) {
            char unit = text.charAt(at);
            switch (unit) {
                case '\'', '"' -> skipText(unit);
                case '`' -> unquoteName();
                case '/' -> skipComment();
                case '(', '[', '{' -> nest(++depth);
                case ')', ']', '}' -> depth--;
                case '?' -> nest(++conditionals);
                case '\0' -> throw unexpected(at, "\\0");
                default -> {
                    if (Character.isSurrogate(unit)) {
                        skipSurrogates(unit);
                    }
                }
            }
            at++;
        }
    }

    private void nest(int level) {
        if (level > Limits.NESTING) {
            throw new Refusal(ProblemCode.EXPRESSION_TOO_COMPLEX, at, String.valueOf(Limits.NESTING));
        }
    }

    /** Stops at the closing quote, or at the end: then the parser complains. */
    private void skipText(char quote) {
        boolean raw = at > 0 && (text.charAt(at - 1) == 'r' || text.charAt(at - 1) == 'R');
        String triple = String.valueOf(quote).repeat(3);
        String end = text.startsWith(triple, at) ? triple : String.valueOf(quote);
        at += end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            if (text.charAt(at) == '\\' && !raw) {
                at++;
            } else if (Character.isSurrogate(text.charAt(at))) {
                skipSurrogates(text.charAt(at));
            }
            at++;
        }
        at += end.length() - 1;
    }

    private void skipComment() {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        }
    }

    private void unquoteName() {
        int end = text.indexOf('`', at + 1);
        if (end < 0) {
            throw unexpected(at, "`");
        }
        String name = text.substring(at + 1, end);
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw unexpected(at, text.substring(at, Math.min(end + 1, at + 40)));
        }
        prepared.setCharAt(at, '_');
        prepared.setCharAt(end, '_');
        at = end;
    }

    /** Half a character cannot be stored, so it is refused here. */
    private void skipSurrogates(char unit) {
        boolean pair = Character.isHighSurrogate(unit)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (!pair) {
            throw unexpected(at, "\\u%04X".formatted((int) unit));
        }
        at++;
    }

    private static Refusal unexpected(int offset, String what) {
        return new Refusal(ProblemCode.EXPRESSION_SYNTAX, offset, what);
    }
}
