package io.armature.engine.query.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limit of lists inside records. A list is never cut silently: a statement that finds a longer one fails, by a
 * cast whose message names the list.
 */
public final class ListLimit {
    /** The most records that one list inside a record may have. */
    public static final int ROWS = 1000;

    private static final String MARK = "list too long: ";
    private static final Pattern FOUND = Pattern.compile(Pattern.quote(MARK) + "([A-Za-z0-9_]+)");

    private ListLimit() {}

    /** SQL that gives {@code value}, an aggregate, or fails when there were too many rows. */
    static String guarded(String value, String list) {
        return "case when count(*) <= " + ROWS + " then " + value + " else to_json(cast('" + MARK + list
                + "' || left(count(*)::text, 0) as integer)) end";
    }

    /** The list that was too long, from the message of the failure; nothing when it was another failure. */
    public static Optional<String> name(String message) {
        Matcher found = FOUND.matcher(message);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
