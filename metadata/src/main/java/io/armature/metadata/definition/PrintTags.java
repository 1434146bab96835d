package io.armature.metadata.definition;

import java.util.Set;

/** Which elements of HTML do not come on paper. */
public final class PrintTags {

    private static final Set<String> REFUSED = Set.of(
            "script",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "link",
            "meta",
            "base",
            "form",
            "input",
            "button",
            "select",
            "textarea",
            "audio",
            "video",
            "source",
            "svg",
            "math",
            "template");

    private PrintTags() {}

    /** Whether an element fetches, runs or asks. */
    public static boolean isRefused(String tag) {
        return REFUSED.contains(tag);
    }
}
