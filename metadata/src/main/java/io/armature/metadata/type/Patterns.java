package io.armature.metadata.type;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiled patterns. They are RE2's, whose matching takes time linear in the text: no pattern can hang a request.
 * Safe for several threads.
 */
final class Patterns {

    /** More distinct patterns than any sane set of packs has; past it patterns are compiled each time. */
    private static final int KEPT = 10_000;

    private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

    /** Whether the pattern matches the whole text. */
    boolean matches(String pattern, String text) {
        Pattern known = compiled.get(pattern);
        if (known == null) {
            known = Pattern.compile(pattern);
            if (compiled.size() < KEPT) {
                compiled.put(pattern, known);
            }
        }
        return known.matches(text);
    }
}
