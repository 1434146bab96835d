package io.armature.bench.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a service is asked for. */
public enum Operation {
    GET("one invoice with its customer and lines", 1.5),
    LIST("50 invoices of a status in 90 days, newest first", 0.9),
    LIST_COUNT("the same with an exact count", Double.NaN),
    KEYSET("the 50 after a cursor, deep inside", 0.9),
    OFFSET("a page in the middle, by offset", Double.NaN),
    CREATE("an invoice with 5 lines", 0.5),
    UPDATE("one field of an invoice", 0.4),
    STATS("totals by status and month", Double.NaN),
    SEARCH("customers whose name contains some letters", 0.9);

    private final String meaning;
    private final double goal;

    Operation(String meaning, double goal) {
        this.meaning = meaning;
        this.goal = goal;
    }

    /** As it is said on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String meaning() {
        return meaning;
    }

    /** How many of the hand-written service's requests the engine shall answer in the same time, where that is set. */
    public OptionalDouble goal() {
        return Double.isNaN(goal) ? OptionalDouble.empty() : OptionalDouble.of(goal);
    }

    /** Whether one request reads so much that a few at a time are load enough. */
    public boolean heavy() {
        return this == OFFSET || this == STATS;
    }

    /** Whether an answer has what was asked for. */
    public boolean answeredBy(JsonNode answer) {
        return switch (this) {
            case GET ->
                answer.path("lines").size() == 3 && answer.path("customer").has("name");
            case LIST, KEYSET, OFFSET, SEARCH -> !answer.path("data").isEmpty();
            case LIST_COUNT -> answer.findPath("count").isNumber();
            case CREATE -> answer.hasNonNull("number");
            case UPDATE -> true;
            case STATS -> !answer.findParents("status").isEmpty();
        };
    }
}
