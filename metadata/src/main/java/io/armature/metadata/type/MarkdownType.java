package io.armature.metadata.type;

import java.util.Set;

/** A text with Markdown marks. */
final class MarkdownType extends AbstractTextType {

    MarkdownType() {
        super("markdown", "markdown", 1_000_000, "\"**Text**\"", Set.of("min", "max", "rows"));
    }
}
