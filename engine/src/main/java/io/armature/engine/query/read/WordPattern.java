package io.armature.engine.query.read;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Turns a search word into patterns that find it with or without accents. PostgreSQL answers them from trigram indexes on the column
 * itself, so that no second copy of the text need be indexed.
 */
final class WordPattern {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WILD = Pattern.compile("[\\\\%_]");

    /** The letters with accents that every Latin keyboard has; more of them would make the patterns too wide to index. */
    private static final char FIRST_ACCENTED = '\u00C0';

    private static final char LAST_ACCENTED = '\u00FF';

    private static final Map<Character, String> CLASSES = classes();

    private WordPattern() {}

    /** The pattern of {@code ilike} for texts without accents. */
    static String plain(String word) {
        return "%" + WILD.matcher(bare(word)).replaceAll("\\\\$0") + "%";
    }

    /**
     * The regular expression for texts with accents, to be matched in any case of letters. A letter with an accent that is not among
     * those of Latin-1 is found as it is typed.
     */
    static String accented(String word) {
        StringBuilder pattern = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFC).chars().forEach(typed -> letter(pattern, (char) typed));
        return pattern.toString();
    }

    private static void letter(StringBuilder pattern, char typed) {
        String bare = bare(String.valueOf(typed));
        if (bare.length() != 1) {
            pattern.append(typed);
            return;
        }
        char letter = bare.charAt(0);
        String accented = CLASSES.getOrDefault(letter, "");
        boolean other = letter != Character.toLowerCase(typed) && accented.indexOf(Character.toLowerCase(typed)) < 0;
        if (!accented.isEmpty() || other) {
            pattern.append('[').append(letter).append(accented);
            if (other) {
                pattern.append(typed);
            }
            pattern.append(']');
        } else if (letter < '\u0080' && !Character.isLetterOrDigit(letter)) {
            pattern.append('\\').append(letter);
        } else {
            pattern.append(letter);
        }
    }

    private static Map<Character, String> classes() {
        Map<Character, String> classes = new TreeMap<>();
        for (char accented = FIRST_ACCENTED; accented <= LAST_ACCENTED; accented++) {
            String letter = bare(String.valueOf(accented));
            if (letter.length() == 1 && letter.charAt(0) < '\u0080') {
                classes.merge(letter.charAt(0), String.valueOf(accented), String::concat);
            }
        }
        return Map.copyOf(classes);
    }

    private static String bare(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
