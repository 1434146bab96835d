package io.armature.engine.schema;

import java.util.Set;

/** The names of retired things: {@code _retired_<name>_<n>}, the newest having the highest number. */
final class RetiredNames {

    private static final String PREFIX = "_retired_";
    /** Leaves room for prefix and number within PostgreSQL's 63 bytes; names are ASCII. */
    private static final int KEEP = 46;

    private RetiredNames() {}

    /** A free name for something that is retired. */
    static String next(String name, Set<String> taken) {
        String kept = name.length() > KEEP ? name.substring(0, KEEP) : name;
        int number = 1;
        while (taken.contains(PREFIX + kept + "_" + number)) {
            number++;
        }
        return PREFIX + kept + "_" + number;
    }

    /** The number at the end; 0 when there is none. */
    static int number(String name) {
        int start = name.lastIndexOf('_') + 1;
        String digits = name.substring(start);
        return !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(Character::isDigit)
                ? Integer.parseInt(digits)
                : 0;
    }
}
