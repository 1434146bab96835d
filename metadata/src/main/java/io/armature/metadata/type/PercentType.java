package io.armature.metadata.type;

import java.util.Set;

/** A percentage: 12.5 is 12.5 %. */
final class PercentType extends AbstractDecimalType {

    PercentType() {
        super("percent", "percent", Set.of("min", "max", "digits"));
    }
}
