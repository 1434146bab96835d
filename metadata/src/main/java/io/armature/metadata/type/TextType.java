package io.armature.metadata.type;

import java.util.Set;

/** A text of one line. */
final class TextType extends AbstractTextType {

    TextType() {
        super("text", "text", 4_000, "\"Text\"", Set.of("min", "max", "pattern", "patternMessage"));
    }
}
