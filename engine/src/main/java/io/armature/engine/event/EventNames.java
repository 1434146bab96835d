package io.armature.engine.event;

import java.util.List;
import java.util.regex.Pattern;

/** Patterns of events' names, such as {@code crm.customer.*}: a star stands for one part, at the end for all that follow. */
public record EventNames(List<String> patterns) {

    private static final Pattern FORM = Pattern.compile("(\\*|[a-z][a-z0-9_]*)(\\.(\\*|[a-zA-Z][a-zA-Z0-9_]*)){0,3}");

    public EventNames {
        patterns = List.copyOf(patterns);
    }

    /** Whether a text is such a pattern. */
    public static boolean isPattern(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether one of the patterns is a name's. */
    public boolean match(String name) {
        return patterns.stream().anyMatch(pattern -> matches(pattern.split("\\."), name.split("\\.")));
    }

    private static boolean matches(String[] pattern, String[] name) {
        for (int i = 0; i < pattern.length; i++) {
            boolean star = pattern[i].equals("*");
            if (star && i == pattern.length - 1 && i < name.length) {
                return true;
            }
            if (i >= name.length || !star && !pattern[i].equals(name[i])) {
                return false;
            }
        }
        return pattern.length == name.length;
    }
}
