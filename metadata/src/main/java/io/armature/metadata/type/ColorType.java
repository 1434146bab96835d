package io.armature.metadata.type;

import java.util.Set;

/** A colour, as in CSS: {@code #rgb}, {@code #rrggbb} or {@code #rrggbbaa}. */
final class ColorType extends AbstractTextType {

    ColorType() {
        super("color", "color", 9, "\"#1e90ff\"", Set.of());
    }

    @Override
    boolean fits(String text) {
        boolean length = text.length() == 4 || text.length() == 7 || text.length() == 9;
        return length
                && text.charAt(0) == '#'
                && text.chars().skip(1).allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }
}
