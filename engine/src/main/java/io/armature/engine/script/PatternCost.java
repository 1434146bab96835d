package io.armature.engine.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * About how much work the pattern of a regular expression is before it has seen a letter: TRegex goes from each place of it along
 * every way to the next letter, and looks at the whole way at each step. Nothing stops it there, and a dozen of
 * <code>(?:\b|x)</code> keep it busy for ever. Hence the ways are counted beforehand: rather too many than too few, as it leaves
 * out some that lead to the same place.
 */
final class PatternCost {

    /** What takes no more than some tenths of a second. Those that people write are worth thousands, tens of thousands at most. */
    private static final double MOST = 100_000;

    private static final int LONGEST = 50_000;
    private static final int DEEPEST = 250;

    /** As many times TRegex writes out what is repeated: a letter, and a group. */
    private static final int COPIES_OF_LETTER = 20;

    private static final int COPIES_OF_GROUP = 6;

    private static final int PROPERTY_COST = 400;

    /** Properties of whole texts, of which there are thousands. */
    private static final Pattern TEXTS = Pattern.compile("RGI_|Basic_Emoji|Emoji_Keycap");

    private static final Pattern LINES = Pattern.compile("\\(\\?[a-ln-z]*+m");
    private static final Pattern PROPERTY = Pattern.compile("\\{[\\w=]*+}");
    private static final Pattern NAME = Pattern.compile("<[^<>()|\\[\\]]*+>");
    private static final Pattern GROUP = Pattern.compile("\\?(?:(<[=!]|[=!])|(<[^<>()|\\[\\]]*+>)|[a-z-]*+:)");
    private static final Pattern COUNTS = Pattern.compile("\\{(\\d++)(,(\\d*+))?}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern UNIT = Pattern.compile("[0-9a-fA-F]{4}");
    private static final Pattern POINT = Pattern.compile(
            "\\{[0-9a-fA-F]++}|[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}|[0-9a-fA-F]{4}");
    private static final Pattern BYTE = Pattern.compile("[0-9a-fA-F]{2}");
    private static final Pattern CONTROL = Pattern.compile("[A-Za-z]");

    private final String pattern;
    private final boolean points;
    private final boolean sets;
    private final boolean lines;
    private int at;
    private int depth;
    private int groups;
    private int looks;
    private int longLooks;
    private double letters;

    private PatternCost(String pattern, String flags) {
        this.pattern = pattern;
        this.sets = flags.contains("v");
        this.points = sets || flags.contains("u");
        this.lines = flags.contains("m") || LINES.matcher(pattern).find();
    }

    /** What is to be said to who wants such a regular expression, if it is not to be had. */
    static Optional<String> refusal(String pattern, String flags) {
        return pattern.length() > LONGEST || of(pattern, flags) > MOST
                ? Optional.of("The regular expression is too long, or leaves too many ways open: take several")
                : Optional.empty();
    }

    /** Steps, about half a million of which take a second. */
    static double of(String pattern, String flags) {
        return new PatternCost(pattern, flags).whole();
    }

    private double whole() {
        PatternWays all = PatternWays.NOTHING;
        while (at < pattern.length()) {
            all = all.or(alternatives());
            at++;
        }
        double ways =
                all.within().length() + all.starts().length() + all.through().length();
        double sets = square(groups) + square(looks) / 10 + 100 * Math.pow(2, longLooks);
        return PatternWays.bounded(ways + letters + sets);
    }

    private static double square(double amount) {
        return amount * amount;
    }

    private PatternWays alternatives() {
        PatternWays all = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            all = all.or(sequence());
        }
        return all;
    }

    private PatternWays sequence() {
        PatternWays all = PatternWays.EMPTY;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            boolean group = pattern.charAt(at) == '(';
            all = all.then(quantified(term(), group));
        }
        return all;
    }

    private PatternWays term() {
        char first = pattern.charAt(at++);
        return switch (first) {
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escape();
            case '^', '$' -> lines ? border(3) : PatternWays.EDGE;
            default -> {
                if (points && Character.isHighSurrogate(first) && at < pattern.length()) {
                    at += Character.isLowSurrogate(pattern.charAt(at)) ? 1 : 0;
                }
                yield letter(1);
            }
        };
    }

    private PatternWays letter(double cost) {
        letters = PatternWays.bounded(letters + cost);
        return PatternWays.LETTER;
    }

    /** What looks at the letters on both sides. */
    private PatternWays border(int ways) {
        looks += 2;
        return PatternWays.border(ways);
    }

    private PatternWays group() {
        Optional<Matcher> kind = skip(GROUP);
        boolean look = kind.filter(found -> found.group(1) != null).isPresent();
        if (kind.isEmpty() || kind.get().group(2) != null) {
            groups++;
        }
        if (++depth > DEEPEST) {
            at = pattern.length();
            return letter(PatternWays.MOST);
        }
        PatternWays inner = alternatives();
        depth--;
        at++;
        return look ? looked(inner) : inner.grouped();
    }

    private PatternWays looked(PatternWays inner) {
        looks++;
        longLooks += inner.loops() ? 1 : 0;
        return inner.looked();
    }

    private PatternWays escape() {
        if (at >= pattern.length()) {
            return letter(1);
        }
        char kind = pattern.charAt(at++);
        return switch (kind) {
            case 'b', 'B' -> border(4);
            case 'p', 'P' -> points ? property() : letter(1);
            case 'k' -> reference(NAME);
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> reference(DIGITS);
            case 'u' -> code(points ? POINT : UNIT);
            case 'x' -> code(BYTE);
            case 'c' -> code(CONTROL);
            default -> letter(1);
        };
    }

    private PatternWays reference(Pattern name) {
        skip(name);
        return PatternWays.REFERENCE;
    }

    private PatternWays code(Pattern digits) {
        skip(digits);
        return letter(1);
    }

    private Optional<Matcher> skip(Pattern what) {
        Matcher found = what.matcher(pattern).region(Math.min(at, pattern.length()), pattern.length());
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        at = found.end();
        return Optional.of(found);
    }

    private PatternWays property() {
        Optional<Matcher> name = skip(PROPERTY);
        letter(PROPERTY_COST);
        boolean texts = sets
                && name.filter(found -> TEXTS.matcher(found.group()).find()).isPresent();
        return texts ? PatternWays.TEXTS : PatternWays.PROPERTY;
    }

    private PatternWays set() {
        int from = at;
        int open = 1;
        while (at < pattern.length() && open > 0) {
            switch (pattern.charAt(at++)) {
                case '\\' -> at++;
                case '[' -> open += sets ? 1 : 0;
                case ']' -> open--;
                default -> {}
            }
        }
        at = Math.min(at, pattern.length());
        String set = pattern.substring(from, at);
        boolean property = points && (set.contains("\\p") || set.contains("\\P"));
        letter(set.length() * (property ? PROPERTY_COST / 5 : 1));
        if (sets && TEXTS.matcher(set).find()) {
            return PatternWays.TEXTS;
        }
        if (sets && set.contains("\\q")) {
            return PatternWays.texts(set.length());
        }
        return property || set.startsWith("^") ? PatternWays.PROPERTY : PatternWays.LETTER;
    }

    private PatternWays quantified(PatternWays term, boolean group) {
        char first = at < pattern.length() ? pattern.charAt(at) : ' ';
        Optional<PatternWays> repeated = switch (first) {
            case '*' -> Optional.of(term.again().optional());
            case '+' -> Optional.of(term.again());
            case '?' -> Optional.of(term.optional());
            case '{' -> skip(COUNTS).map(counts -> counted(term, counts, group));
            default -> Optional.empty();
        };
        if (repeated.isEmpty()) {
            return term;
        }
        at += first == '{' ? 0 : 1;
        at += pattern.startsWith("?", at) ? 1 : 0;
        return group ? repeated.get().repeatedGroup() : repeated.get();
    }

    private static PatternWays counted(PatternWays term, Matcher counts, boolean group) {
        int copies = group ? COPIES_OF_GROUP : COPIES_OF_LETTER;
        int least = count(counts.group(1), copies);
        if (counts.group(2) == null) {
            return term.repeated(least, least);
        }
        return counts.group(3).isEmpty()
                ? term.repeated(least, least).then(term.again().optional())
                : term.repeated(least, count(counts.group(3), copies));
    }

    private static int count(String digits, int most) {
        return digits.length() > 4 ? most : Math.min(Integer.parseInt(digits), most);
    }
}
