package io.armature.engine.identity;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One thing that users choose for themselves. */
public enum Preference {
    LOCALE("locale", "locale", "fr-FR", Preference::isLocale),
    TIME_ZONE("timeZone", "time_zone", "Europe/Paris", Preference::isZone),
    THEME("theme", "theme", "light, dark, auto", Set.of("light", "dark", "auto")::contains),
    DATE_FORMAT("dateFormat", "date_format", "dd/MM/yyyy", Preference::isDateFormat),
    NUMBER_FORMAT(
            "numberFormat",
            "number_format",
            "space_comma, dot_comma, comma_dot, apostrophe_dot",
            Set.of("space_comma", "dot_comma", "comma_dot", "apostrophe_dot")::contains),
    HOME_PAGE("homePage", "home_page", "/crm/opportunity", Preference::isPath);

    private static final int LONGEST_FORMAT = 30;
    /** A path of this site: no second slash or backslash at its start, which would lead to another. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\p{Alnum}/_.?=&%#~-]{0,299}");

    private final String property;
    private final String column;
    private final String example;
    private final Predicate<String> fits;

    Preference(String property, String column, String example, Predicate<String> fits) {
        this.property = property;
        this.column = column;
        this.example = example;
        this.fits = fits;
    }

    /** The preference that requests call so, or as its column is called. */
    public static Optional<Preference> named(String name) {
        for (Preference preference : values()) {
            if (preference.property.equals(name) || preference.column.equals(name)) {
                return Optional.of(preference);
            }
        }
        return Optional.empty();
    }

    String column() {
        return column;
    }

    /** @throws ProblemException when the value cannot be used */
    void check(String value) {
        if (!fits.test(value)) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_VALUE, property, property, example));
        }
    }

    private static boolean isLocale(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException notATag) {
            return false;
        }
    }

    private static boolean isZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }

    private static boolean isDateFormat(String pattern) {
        try {
            return pattern.length() <= LONGEST_FORMAT
                    && !DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                            .format(LocalDate.EPOCH)
                            .isBlank();
        } catch (IllegalArgumentException | DateTimeException notADateFormat) {
            return false;
        }
    }

    /** Whether a text is a path of this site, and leads to no other. */
    public static boolean isPath(String path) {
        return PATH.matcher(path).matches();
    }
}
