package io.armature.metadata.type;

import java.util.Set;

/** A whole number of 64 bits. */
final class IntegerType extends AbstractIntegerType {

    IntegerType() {
        super("integer", "number", Set.of("min", "max", "unit"));
    }
}
