package io.armature.metadata.type;

import java.util.Set;

/** An exact decimal number. */
final class DecimalType extends AbstractDecimalType {

    DecimalType() {
        super("decimal", "number", Set.of("min", "max", "digits", "unit"));
    }
}
