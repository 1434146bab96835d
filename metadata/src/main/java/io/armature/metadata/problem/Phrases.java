package io.armature.metadata.problem;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what stands in the places of a sentence in another language. Phrases are known by their English words, from
 * {@code phrases*.properties}; everything else (names, numbers, values) is left as it is.
 */
final class Phrases {

    private static final String BUNDLE = "io.armature.metadata.problem.phrases";
    private static final Pattern SUGGESTION = Pattern.compile("Did you mean (`.*`)\\?");
    private static final String SUGGESTION_PHRASE = "Did you mean {0}?";

    /** What a caller may or may not do with an entity: {@code read crm.lead}. */
    private static final Pattern RIGHT = Pattern.compile("(\\w+) (\\w+\\.\\w+)");

    private Phrases() {}

    static String in(Locale locale, String argument) {
        ResourceBundle phrases = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Matcher suggestion = SUGGESTION.matcher(argument);
        if (suggestion.matches() && phrases.containsKey(SUGGESTION_PHRASE)) {
            return phrases.getString(SUGGESTION_PHRASE).replace("{0}", suggestion.group(1));
        }
        if (phrases.containsKey(argument)) {
            return phrases.getString(argument);
        }
        Matcher right = RIGHT.matcher(argument);
        return right.matches() && phrases.containsKey(right.group(1))
                ? phrases.getString(right.group(1)) + " " + right.group(2)
                : argument;
    }
}
