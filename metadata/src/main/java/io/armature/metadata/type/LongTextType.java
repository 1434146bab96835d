package io.armature.metadata.type;

import java.util.Set;

/** A text of many lines. */
final class LongTextType extends AbstractTextType {

    LongTextType() {
        super("longText", "textarea", 1_000_000, "\"Text\"", Set.of("min", "max", "pattern", "patternMessage", "rows"));
    }
}
