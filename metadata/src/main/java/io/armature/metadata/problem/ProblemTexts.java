package io.armature.metadata.problem;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentences of problems, from {@code problems*.properties}: {@code AR-210} and {@code AR-210.hint}. */
final class ProblemTexts {

    private static final String BUNDLE = "io.armature.metadata.problem.problems";

    private ProblemTexts() {}

    static String message(ProblemCode code, Locale locale, List<String> arguments) {
        return fill(bundle(locale).getString(code.id()), arguments);
    }

    static String hint(ProblemCode code, Locale locale, List<String> arguments) {
        try {
            return fill(bundle(locale).getString(code.id() + ".hint"), arguments);
        } catch (MissingResourceException noHint) {
            return "";
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Replaces {0}, {1}…; unlike MessageFormat it leaves apostrophes alone, which French is full of. */
    private static String fill(String template, List<String> arguments) {
        String text = template;
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", arguments.get(i));
        }
        return text.strip();
    }
}
