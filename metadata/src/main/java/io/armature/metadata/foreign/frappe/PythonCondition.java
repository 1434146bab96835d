package io.armature.metadata.foreign.frappe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes simple conditions of Python as JavaScript, which the translator reads; what is more than simple it will refuse. */
final class PythonCondition {

    private static final Pattern PIECES = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[^'\"]+");

    private static final Pattern WITHIN = Pattern.compile("([\\w.$]+)\\s+(not\\s+)?in\\s+[\\[(]([^\\[\\]()]*)[\\])]");
    private static final Pattern CHOICE = Pattern.compile("(.*\\S)\\s+if\\s+(.+)\\s+else\\s+(.+)", Pattern.DOTALL);

    /** {@code not a == b} is {@code not (a == b)} in Python. */
    private static final Pattern NEGATED =
            Pattern.compile("\\bnot\\s+([\\w.$]+\\s*(?:==|!=|<=|>=|<|>)\\s*(?:'[^']*'|\"[^\"]*\"|[\\w.$]+))");

    private PythonCondition() {}

    static String javascript(String python) {
        Matcher choice = CHOICE.matcher(python.strip());
        if (choice.matches() && isWhole(choice.group(1)) && isWhole(choice.group(2))) {
            return javascript(choice.group(2)) + " ? " + javascript(choice.group(1)) + " : "
                    + javascript(choice.group(3));
        }
        String plain = python.replaceAll("doc\\.get\\(\\s*['\"](\\w+)['\"]\\s*\\)", "doc.$1")
                .replaceAll("\\b(?:frappe\\.utils\\.)?(?:nowdate|today)\\(\\)", "frappe.datetime.get_today()")
                .replaceAll("\\b(?:frappe\\.utils\\.)?getdate\\(([\\w.]+)\\)", "$1");
        plain = WITHIN.matcher(plain)
                .replaceAll(found -> Matcher.quoteReplacement((found.group(2) == null ? "" : "!") + "in_list(["
                        + found.group(3) + "], " + found.group(1) + ")"));
        plain = NEGATED.matcher(plain).replaceAll("!($1)");
        StringBuilder javascript = new StringBuilder();
        Matcher pieces = PIECES.matcher(plain);
        while (pieces.find()) {
            String piece = pieces.group();
            boolean quoted = piece.startsWith("'") || piece.startsWith("\"");
            javascript.append(quoted ? piece : words(piece));
        }
        return javascript.toString().strip();
    }

    /** Whether no quote or bracket is open at the end. */
    private static boolean isWhole(String piece) {
        String bare = piece.replaceAll("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"", "");
        long opened =
                bare.chars().filter(character -> "([{".indexOf(character) >= 0).count();
        long closed =
                bare.chars().filter(character -> ")]}".indexOf(character) >= 0).count();
        return opened == closed && bare.indexOf('\'') < 0 && bare.indexOf('"') < 0;
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
