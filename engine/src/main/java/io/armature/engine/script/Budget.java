package io.armature.engine.script;

import java.time.Duration;

/**
 * What one call of a function may use.
 *
 * @param statements of JavaScript
 * @param time by the clock on the wall, with all that it waits for
 * @param bytes of memory that it may ask for, whether it keeps them or not
 * @param depth of functions that call functions
 * @param sql statements it may send to the database
 * @param rows it may read
 * @param calls of other servers
 * @param traffic bytes that these may send and answer
 * @param lines it may log
 * @param nesting how deep functions may set off other functions by what they write
 */
public record Budget(
        long statements,
        Duration time,
        long bytes,
        int depth,
        int sql,
        int rows,
        int calls,
        long traffic,
        int lines,
        int nesting) {

    private static final long MEBIBYTE = 1024L * 1024;

    /** What a function that runs inside somebody's request may use. */
    public static final Budget USUAL =
            new Budget(5_000_000, Duration.ofSeconds(2), 256 * MEBIBYTE, 1_000, 100, 10_000, 5, 5 * MEBIBYTE, 100, 5);

    /** The parts of a budget, by the names that packs use. */
    public enum Part {
        STATEMENTS("statements"),
        TIME("milliseconds"),
        BYTES("bytes of memory"),
        DEPTH("levels of calls"),
        SQL("SQL statements"),
        ROWS("rows"),
        CALLS("HTTP calls"),
        TRAFFIC("bytes of HTTP"),
        LINES("lines of log"),
        NESTING("levels of hooks");

        private final String unit;

        Part(String unit) {
            this.unit = unit;
        }

        public String unit() {
            return unit;
        }
    }

    public long of(Part part) {
        return switch (part) {
            case STATEMENTS -> statements;
            case TIME -> time.toMillis();
            case BYTES -> bytes;
            case DEPTH -> depth;
            case SQL -> sql;
            case ROWS -> rows;
            case CALLS -> calls;
            case TRAFFIC -> traffic;
            case LINES -> lines;
            case NESTING -> nesting;
        };
    }
}
