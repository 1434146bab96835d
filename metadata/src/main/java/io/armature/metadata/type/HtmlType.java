package io.armature.metadata.type;

import java.util.Set;

/** A text with HTML marks; who shows it cleans it. */
final class HtmlType extends AbstractTextType {

    HtmlType() {
        super("html", "html", 1_000_000, "\"<p>Text</p>\"", Set.of("min", "max", "rows"));
    }
}
