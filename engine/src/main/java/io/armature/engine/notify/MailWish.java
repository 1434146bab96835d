package io.armature.engine.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When somebody wants to be told by mail. */
public enum MailWish {
    NEVER,
    AT_ONCE,
    /** All of a day in one mail, in the morning. */
    DAILY,
    /** All of a week in one mail, on Monday morning. */
    WEEKLY;

    /** As it stands in the database and in requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is gathered with others. */
    boolean isDigest() {
        return this == DAILY || this == WEEKLY;
    }

    /** The wish that is called so. */
    public static Optional<MailWish> named(String word) {
        return Arrays.stream(values()).filter(wish -> wish.word().equals(word)).findFirst();
    }
}
