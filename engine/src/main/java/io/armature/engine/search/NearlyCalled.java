package io.armature.engine.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The condition that a record is nearly called so: with one letter missing, too many, another, or two in each other's
 * place in each word. Short words stand as they are, because everything is near to them.
 */
final class NearlyCalled {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORT = 4;
    private static final int LONG = 24;

    /** The letters that people leave the accents off. */
    private static final Map<Character, String> ACCENTED =
            Map.of('a', "àáâãäå", 'c', "ç", 'e', "èéêë", 'i', "ìíîï", 'n', "ñ", 'o', "òóôõöø", 'u', "ùúûü", 'y', "ýÿ");

    private NearlyCalled() {}

    /** The condition on a field; nothing where no word is long enough to be mistaken. */
    static Optional<String> condition(String field, String words) {
        List<String> bare = Arrays.stream(NO_LETTERS.split(bare(words)))
                .filter(word -> !word.isEmpty())
                .toList();
        if (bare.stream().noneMatch(NearlyCalled::canBeMistaken)) {
            return Optional.empty();
        }
        StringJoiner all = new StringJoiner(" && ");
        bare.forEach(word -> all.add("matches(lower(" + field + "), '" + pattern(word) + "')"));
        return Optional.of(all.toString());
    }

    private static boolean canBeMistaken(String word) {
        return word.length() >= SHORT && word.length() <= LONG;
    }

    private static String pattern(String word) {
        if (!canBeMistaken(word)) {
            return exactly(word);
        }
        StringJoiner ways = new StringJoiner("|");
        for (int at = 0; at < word.length(); at++) {
            ways.add(exactly(word.substring(0, at)) + ".{0,2}" + exactly(word.substring(at + 1)));
            if (at > 0) {
                String swapped =
                        word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
                ways.add(exactly(swapped));
            }
        }
        return ways.toString();
    }

    private static String exactly(String word) {
        StringBuilder pattern = new StringBuilder();
        for (char letter : word.toCharArray()) {
            String accented = ACCENTED.get(letter);
            pattern.append(accented == null ? String.valueOf(letter) : "[" + letter + accented + "]");
        }
        return pattern.toString();
    }

    private static String bare(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
