package io.armature.metadata.problem;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what stands in the places of a sentence in another language. Phrases are known by their English words, from
 * {@code phrases*.properties}, with {@code {0}} for what may stand anywhere in them; everything else (names, numbers, values)
 * is left as it is.
 */
final class Phrases {

    private static final String BUNDLE = "io.armature.metadata.problem.phrases";
    private static final String PLACE = "{0}";

    /** What a caller may or may not do with an entity: {@code read crm.lead}. */
    private static final Pattern RIGHT = Pattern.compile("(\\w+) (\\w+\\.\\w+)");

    private Phrases() {}

    static String in(Locale locale, String argument) {
        ResourceBundle phrases = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        if (phrases.containsKey(argument)) {
            return phrases.getString(argument);
        }
        Matcher right = RIGHT.matcher(argument);
        if (right.matches() && phrases.containsKey(right.group(1))) {
            return phrases.getString(right.group(1)) + " " + right.group(2);
        }
        return Collections.list(phrases.getKeys()).stream()
                .flatMap(key -> filled(key, phrases, argument).stream())
                .findFirst()
                .orElse(argument);
    }

    private static Optional<String> filled(String key, ResourceBundle phrases, String argument) {
        int place = key.indexOf(PLACE);
        if (place < 0) {
            return Optional.empty();
        }
        String before = key.substring(0, place);
        String after = key.substring(place + PLACE.length());
        boolean fits = argument.length() >= before.length() + after.length()
                && argument.startsWith(before)
                && argument.endsWith(after);
        return fits
                ? Optional.of(phrases.getString(key)
                        .replace(PLACE, argument.substring(before.length(), argument.length() - after.length())))
                : Optional.empty();
    }
}
