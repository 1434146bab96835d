package io.armature.metadata.type;

import java.util.Set;

/** An amount in the currency that the field named by {@code currency} links to. */
final class MoneyType extends AbstractDecimalType {

    MoneyType() {
        super("money", "money", Set.of("min", "max", "digits", "currency"));
    }
}
