package io.armature.engine.query.read;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Turns a search word into a regular expression that finds it with or without accents. PostgreSQL answers such patterns
 * from a trigram index on the column itself, so that no second copy of the text need be indexed.
 */
final class WordPattern {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The letters with accents that every Latin keyboard has; more of them would make the patterns too wide to index. */
    private static final char FIRST_ACCENTED = '\u00C0';

    private static final char LAST_ACCENTED = '\u00FF';

    private static final Map<Character, String> CLASSES = classes();

    private WordPattern() {}

    /** The pattern of a word, to be matched in any case of letters. */
    static String of(String word) {
        StringBuilder pattern = new StringBuilder();
        for (char letter : plain(word).toCharArray()) {
            String accented = CLASSES.get(letter);
            if (accented != null) {
                pattern.append('[').append(letter).append(accented).append(']');
            } else if (letter < '\u0080' && !Character.isLetterOrDigit(letter)) {
                pattern.append('\\').append(letter);
            } else {
                pattern.append(letter);
            }
        }
        return pattern.toString();
    }

    private static Map<Character, String> classes() {
        Map<Character, String> classes = new TreeMap<>();
        for (char accented = FIRST_ACCENTED; accented <= LAST_ACCENTED; accented++) {
            String letter = plain(String.valueOf(accented));
            if (letter.length() == 1 && letter.charAt(0) < '\u0080') {
                classes.merge(letter.charAt(0), String.valueOf(accented), String::concat);
            }
        }
        return Map.copyOf(classes);
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
