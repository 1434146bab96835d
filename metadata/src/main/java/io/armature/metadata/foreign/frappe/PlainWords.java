package io.armature.metadata.foreign.frappe;

import java.util.Locale;

/** Frappe's own way of making names of words: lower case, blanks and hyphens become underscores. */
final class PlainWords {

    private PlainWords() {}

    static String of(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }
}
