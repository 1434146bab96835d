package io.armature.metadata.problem;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of problems, from {@code problems*.properties}: {@code AR-210} and {@code AR-210.hint}. */
final class ProblemTexts {

    private static final String BUNDLE = "io.armature.metadata.problem.problems";
    private static final Pattern PLACE = Pattern.compile("(`?)\\{(\\d)}");

    private ProblemTexts() {}

    static String message(ProblemCode code, Locale locale, List<String> arguments) {
        return fill(bundle(locale).getString(code.id()), locale, arguments);
    }

    static String hint(ProblemCode code, Locale locale, List<String> arguments) {
        try {
            return fill(bundle(locale).getString(code.id() + ".hint"), locale, arguments);
        } catch (MissingResourceException noHint) {
            return "";
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Replaces {0}, {1}…; unlike MessageFormat it leaves apostrophes alone, which French is full of. What stands between
     * backticks is somebody's name for something and stays as it is.
     */
    private static String fill(String template, Locale locale, List<String> arguments) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(filled(place, locale, arguments)))
                .strip();
    }

    private static String filled(MatchResult place, Locale locale, List<String> arguments) {
        int number = Integer.parseInt(place.group(2));
        if (number >= arguments.size()) {
            return place.group();
        }
        String argument = arguments.get(number);
        return place.group(1).isEmpty() ? Phrases.in(locale, argument) : "`" + argument;
    }
}
