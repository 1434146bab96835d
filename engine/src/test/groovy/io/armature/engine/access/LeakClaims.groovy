package io.armature.engine.access

import java.text.Normalizer

/** What the leak test claims, with words on what it found instead; these are put together only when a claim fails. */
final class LeakClaims {
    private LeakClaims() {}

    static void same(Object what, Object is, Object expected) {
        if (is != expected) {
            throw new AssertionError("$what: ${is} instead of ${expected}" as Object)
        }
    }

    static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError("Not so: $what" as Object)
        }
    }

    /** A text as search compares it. */
    static String plainly(String text) {
        Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll('\\p{M}', '').toLowerCase()
    }
}
