package io.armature.engine.notify;

import java.util.Optional;
import java.util.UUID;

/**
 * Something to tell one person.
 *
 * @param event of which it tells: the same event is told once
 * @param kind what people can say their wishes of, such as {@code mention}
 * @param title one line
 * @param body may be empty
 * @param group unread notices of the same group are one, with a count
 */
public record Notice(
        UUID event, String kind, String title, String body, Priority priority, Optional<About> about, String group) {

    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_BODY = 4000;

    /** A record that it is about. */
    public record About(String entity, UUID record) {}

    public Notice {
        title = cut(title.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST_TITLE);
        body = cut(body.strip(), LONGEST_BODY);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
