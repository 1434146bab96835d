package io.armature.metadata.foreign.frappe;

import java.util.Locale;

/** Tells which licence a text is, as an SPDX identifier. */
final class Licences {

    private Licences() {}

    /** The identifier, or nothing when the text is none of the usual ones. */
    static String identify(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (plain.contains("gnu affero general public license") || plain.contains("agpl")) {
            return "AGPL-3.0-only";
        }
        if (plain.contains("gnu general public license") || plain.contains("gpl")) {
            return "GPL-3.0-only";
        }
        return plain.contains("permission is hereby granted, free of charge")
                        || plain.startsWith("mit")
                        || plain.contains("license: mit")
                ? "MIT"
                : "";
    }
}
