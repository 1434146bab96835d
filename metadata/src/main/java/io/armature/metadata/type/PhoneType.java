package io.armature.metadata.type;

import java.util.Set;

/** A telephone number as people write it. */
final class PhoneType extends AbstractTextType {

    PhoneType() {
        super("phone", "phone", 40, "\"+33 1 23 45 67 89\"", Set.of("max", "pattern", "patternMessage"));
    }

    @Override
    boolean fits(String text) {
        return text.chars().filter(Character::isDigit).count() >= 3
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || " +-()./#*,;".indexOf(c) >= 0);
    }
}
