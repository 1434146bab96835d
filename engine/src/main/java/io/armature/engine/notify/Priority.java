package io.armature.engine.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much something matters. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    /** Goes by mail too, at once, unless its recipient wants no mail of the kind. */
    URGENT;

    /** As it stands in the database and in requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The priority that is called so. */
    public static Optional<Priority> named(String word) {
        return Arrays.stream(values())
                .filter(priority -> priority.word().equals(word))
                .findFirst();
    }
}
