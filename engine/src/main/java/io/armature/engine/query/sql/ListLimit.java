package io.armature.engine.query.sql;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long lists inside records may be. A list is never cut silently: a statement that finds a longer one fails, by a
 * cast whose message names the list.
 *
 * @param rows the most records that one list may have
 */
public record ListLimit(int rows) {
    /** Beside many others: a page of a thousand records stays within what memory holds. */
    static final ListLimit OF_MANY = new ListLimit(1_000);

    /** Of a record that is read by itself, or shown to who wrote it. */
    static final ListLimit OF_ONE = new ListLimit(10_000);

    private static final String MARK = "list longer than ";
    private static final Pattern FOUND = Pattern.compile(Pattern.quote(MARK) + "([0-9]+): ([A-Za-z0-9_]+)");

    /** SQL that gives {@code value}, an aggregate, or fails when there were too many rows. */
    String guarded(String value, String list) {
        return "case when count(*) <= " + rows + " then " + value + " else to_json(cast('" + MARK + rows + ": " + list
                + "' || left(count(*)::text, 0) as integer)) end";
    }

    /** SQL that finds one row more than there may be. */
    String limit() {
        return " limit " + (rows + 1);
    }

    /** What to say when a list was too long, from the message of the failure; nothing when it was another failure. */
    public static Optional<Problem> problem(String message) {
        Matcher found = FOUND.matcher(message);
        return found.find()
                ? Optional.of(
                        Problem.inValue(ProblemCode.NESTED_LIST_TOO_LONG, "fields", found.group(2), found.group(1)))
                : Optional.empty();
    }
}
