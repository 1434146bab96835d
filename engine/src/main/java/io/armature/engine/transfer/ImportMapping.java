package io.armature.engine.transfer;

import java.util.Map;
import java.util.Optional;

/**
 * Which column of a file is which field, and how its cells are written.
 *
 * @param columns the field, or key behind a link, of each column; columns that are not named are left out. Without any, each
 *     column is the field that is called like it
 * @param dates the order in which days are written
 * @param decimalComma whether a comma, not a point, stands before decimal places
 */
public record ImportMapping(Map<String, String> columns, DateOrder dates, boolean decimalComma) {

    /** Each column by its own name, values as requests write them. */
    public static final ImportMapping PLAIN = new ImportMapping(Map.of(), DateOrder.YEAR_FIRST, false);

    /** In which order people write a day, a month and a year. */
    public enum DateOrder {
        YEAR_FIRST("ymd"),
        DAY_FIRST("dmy"),
        MONTH_FIRST("mdy");

        private final String word;

        DateOrder(String word) {
            this.word = word;
        }

        /** How requests call it. */
        public String word() {
            return word;
        }

        public static Optional<DateOrder> of(String word) {
            return java.util.Arrays.stream(values())
                    .filter(order -> order.word.equals(word))
                    .findFirst();
        }
    }

    public ImportMapping {
        columns = Map.copyOf(columns);
    }

    /** The field of a column; empty for one that is left out. */
    String target(String column) {
        return columns.isEmpty() ? column : columns.getOrDefault(column, "");
    }
}
