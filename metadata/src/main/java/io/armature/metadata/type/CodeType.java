package io.armature.metadata.type;

import java.util.Set;

/** The source text of a programming or query language. */
final class CodeType extends AbstractTextType {

    CodeType() {
        super("code", "code", 1_000_000, "\"x = 1\"", Set.of("min", "max", "rows", "language"));
    }
}
