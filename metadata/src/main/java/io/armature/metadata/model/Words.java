package io.armature.metadata.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes words for people out of names, where a definition gives none. */
final class Words {

    private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y", Pattern.DOTALL);
    private static final Pattern HISSING = Pattern.compile(".*(s|x|z|ch|sh)", Pattern.DOTALL);

    private Words() {}

    /** {@code credit_limit} becomes "Credit limit". */
    static String title(String name) {
        String spaced = name.replace('_', ' ').strip();
        return spaced.isEmpty() ? name : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** The English plural of a name or title: {@code opportunity} becomes {@code opportunities}. */
    static String plural(String word) {
        if (CONSONANT_Y.matcher(word).matches()) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return HISSING.matcher(word).matches() ? word + "es" : word + "s";
    }
}
