package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.boot.trial.TrialFailure.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Holds what is expected against what is: mappings may have more, lists are whole, numbers are equal by value, and a text
 * between slashes is a pattern.
 */
final class Comparison {

    private static final int LONGEST = 300;

    private final List<Difference> differences = new ArrayList<>();

    /** Everything that is not as expected, so far. */
    List<Difference> differences() {
        return differences;
    }

    /** Notes what is not as expected. */
    void hold(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties()
                    .forEach(entry -> hold(path + "." + entry.getKey(), entry.getValue(), actual.path(entry.getKey())));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                hold(path + "." + i, expected.get(i), actual.get(i));
            }
        } else if (expected.isArray() && actual.isArray()) {
            note(path, expected.size() + " of " + shown(expected), actual.size() + " of " + shown(actual));
        } else if (!same(expected, actual)) {
            note(path, shown(expected), shown(actual));
        }
    }

    /** Notes one thing that is not as expected. */
    void note(String path, String expected, String actual) {
        differences.add(new Difference(path, expected, actual));
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.isTextual() && actual.isTextual()
                ? same(expected.asText(), actual.asText())
                : expected.equals(actual);
    }

    private static boolean same(String expected, String actual) {
        boolean pattern = expected.length() > 2 && expected.startsWith("/") && expected.endsWith("/");
        return expected.equals(actual) || (pattern && fits(expected.substring(1, expected.length() - 1), actual));
    }

    private static boolean fits(String pattern, String actual) {
        try {
            return Pattern.matches(pattern, actual);
        } catch (PatternSyntaxException plainText) {
            return false;
        }
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }
}
