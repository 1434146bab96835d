package io.armature.metadata.expression;

import io.armature.metadata.problem.ProblemCode;

/**
 * The part of regular expressions that means the same everywhere: characters, {@code .}, classes, {@code \d \w \s} and
 * their opposites (of ASCII), {@code ^ $ | ( )} and {@code * + ? {m,n}}. They are rewritten to a form that PostgreSQL,
 * RE2 and browsers read alike; what is left out (back references, look-around, {@code \b}, {@code \p}) is refused.
 */
final class RegularExpression {

    private static final int MOST_REPEATS = 255;
    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_WORK = 5_000;
    private static final String SPECIAL = "\\^$.|?*+()[]{}/";
    private static final String SPECIAL_IN_CLASS = SPECIAL + "-";
    private static final String DIGITS = "0-9";
    private static final String WORD = "0-9A-Za-z_";
    private static final String SPACE = "\\t\\n\\f\\r\\v ";

    private final String pattern;
    private final int offset;
    private final StringBuilder common = new StringBuilder();
    private int at;
    private int depth;

    private RegularExpression(String pattern, int offset) {
        this.pattern = pattern;
        this.offset = offset;
    }

    /** The common form; refused, with the literal's place, when there is none. */
    static String parse(String pattern, int offset) {
        var parser = new RegularExpression(pattern, offset);
        if (pattern.length() > MOST_CHARACTERS) {
            throw parser.refused();
        }
        int work = parser.alternatives();
        if (parser.at < pattern.length() || work > MOST_WORK) {
            throw parser.refused();
        }
        return parser.common.toString();
    }

    private Refusal refused() {
        int end = Math.min(pattern.length(), at + 10);
        return new Refusal(ProblemCode.EXPRESSION_PATTERN, offset, pattern.substring(Math.min(at, end), end));
    }

    /** Returns how many states it takes, repeats written out. */
    private int alternatives() {
        if (++depth > Limits.NESTING) {
            throw refused();
        }
        int work = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            common.append('|');
            at++;
            work += sequence();
        }
        depth--;
        return work;
    }

    private int sequence() {
        int work = 1;
        int start = common.length();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            work += repeated();
            if (work > MOST_WORK) {
                throw refused();
            }
        }
        if (common.length() == start) {
            // PostgreSQL knows no empty alternative but this one.
            common.append("(?:)");
        }
        return work;
    }

    private int repeated() {
        char first = pattern.charAt(at);
        boolean anchor = first == '^' || first == '$';
        int work = atom();
        if (at >= pattern.length()) {
            return work;
        }
        int times = switch (pattern.charAt(at)) {
            case '*', '+', '?' -> sign();
            case '{' -> counted();
            default -> 0;
        };
        if (times == 0) {
            return work;
        }
        boolean again = at < pattern.length() && "*+{".indexOf(pattern.charAt(at)) >= 0;
        if (anchor || again) {
            throw refused();
        }
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            // Lazy or greedy finds the same texts.
            at++;
        }
        return work * times;
    }

    private int sign() {
        common.append(pattern.charAt(at++));
        return 2;
    }

    private int counted() {
        int end = pattern.indexOf('}', at);
        String counts = end < 0 ? "" : pattern.substring(at + 1, end);
        if (!counts.matches("\\d{1,3}(,(\\d{1,3})?)?")) {
            throw refused();
        }
        String[] bounds = counts.split(",");
        int least = Integer.parseInt(bounds[0]);
        int most = bounds.length > 1 ? Integer.parseInt(bounds[1]) : least;
        if (most > MOST_REPEATS || least > most) {
            throw refused();
        }
        common.append('{').append(counts).append('}');
        at = end + 1;
        return Math.max(2, most + 1);
    }

    private int atom() {
        char unit = pattern.charAt(at);
        switch (unit) {
            case '(' -> {
                return group();
            }
            case '[' -> characterClass();
            case '.' -> {
                common.append("[^\\n]");
                at++;
            }
            case '^', '$' -> {
                common.append(unit);
                at++;
            }
            case '\\' -> escape();
            case '*', '+', '?', '{', '}', ']' -> throw refused();
            default -> character(pattern.codePointAt(at));
        }
        return 1;
    }

    private int group() {
        at++;
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (pattern.startsWith("?", at)) {
            throw refused();
        }
        common.append("(?:");
        int work = alternatives();
        if (at >= pattern.length()) {
            throw refused();
        }
        at++;
        common.append(')');
        return work;
    }

    private void character(int character) {
        at += Character.charCount(character);
        write(character);
    }

    private void write(int character) {
        write(character, SPECIAL);
    }

    private void write(int character, String special) {
        switch (character) {
            case '\t' -> common.append("\\t");
            case '\n' -> common.append("\\n");
            case '\r' -> common.append("\\r");
            case '\f' -> common.append("\\f");
            case 0x0B -> common.append("\\v");
            default -> {
                if (special.indexOf(character) >= 0) {
                    common.append('\\');
                }
                common.appendCodePoint(character);
            }
        }
    }

    private void escape() {
        if (at + 1 >= pattern.length()) {
            throw refused();
        }
        char letter = pattern.charAt(at + 1);
        switch (letter) {
            case 'd' -> common.append("[" + DIGITS + "]");
            case 'D' -> common.append("[^" + DIGITS + "]");
            case 'w' -> common.append("[" + WORD + "]");
            case 'W' -> common.append("[^" + WORD + "]");
            case 's' -> common.append("[" + SPACE + "]");
            case 'S' -> common.append("[^" + SPACE + "]");
            default -> write(escaped(letter));
        }
        at += 2;
    }

    private int escaped(char letter) {
        return switch (letter) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            default -> {
                if (letter > 127 || Character.isLetterOrDigit(letter)) {
                    throw refused();
                }
                yield letter;
            }
        };
    }

    private void characterClass() {
        common.append('[');
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            common.append('^');
            at++;
        }
        int start = at;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            member();
        }
        if (at >= pattern.length() || at == start) {
            throw refused();
        }
        at++;
        common.append(']');
    }

    private void member() {
        if (pattern.startsWith("[", at)) {
            throw refused();
        }
        if (pattern.charAt(at) == '\\' && at + 1 < pattern.length()) {
            String set = switch (pattern.charAt(at + 1)) {
                case 'd' -> DIGITS;
                case 'w' -> WORD;
                case 's' -> SPACE;
                default -> "";
            };
            if (!set.isEmpty()) {
                common.append(set);
                at += 2;
                return;
            }
        }
        int first = one();
        write(first, SPECIAL_IN_CLASS);
        boolean range = pattern.startsWith("-", at) && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
        if (range) {
            at++;
            int last = one();
            if (last < first) {
                throw refused();
            }
            common.append('-');
            write(last, SPECIAL_IN_CLASS);
        }
    }

    private int one() {
        int character = pattern.codePointAt(at);
        if (character == '\\') {
            if (at + 1 >= pattern.length()) {
                throw refused();
            }
            char letter = pattern.charAt(at + 1);
            at += 2;
            return escaped(letter);
        }
        at += Character.charCount(character);
        return character;
    }
}
