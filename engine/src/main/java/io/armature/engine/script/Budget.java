package io.armature.engine.script;

import java.time.Duration;
import java.util.Map;

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

    /** What reading a file may use: the first one waits until the engine of JavaScript is there, however busy the machine. */
    static final Budget READING =
            new Budget(5_000_000, Duration.ofSeconds(30), 256 * MEBIBYTE, 1_000, 0, 0, 0, 0, 100, 1);

    /** What a function may use that somebody waits for, and that is no part of a write. */
    private static final Budget LONG = new Budget(
            50_000_000, Duration.ofSeconds(10), 1024 * MEBIBYTE, 1_000, 1_000, 100_000, 20, 20 * MEBIBYTE, 500, 5);

    /** What a function may use that nobody waits for. */
    private static final Budget BACKGROUND = new Budget(
            1_000_000_000,
            Duration.ofMinutes(5),
            8192 * MEBIBYTE,
            1_000,
            20_000,
            1_000_000,
            1_000,
            200 * MEBIBYTE,
            5_000,
            5);

    /** What a test of a pack may use. */
    static final Budget TESTING = BACKGROUND;

    /** What a call of a pack's function may use: what is usual, but for what its manifest says. */
    static Budget of(Point point, Map<String, Long> limits) {
        Budget usual = switch (point.kind()) {
            case BEFORE_VALIDATE,
                    BEFORE_SAVE,
                    AFTER_SAVE,
                    BEFORE_DELETE,
                    AFTER_DELETE,
                    ON_READ,
                    BEFORE_TRANSITION,
                    AFTER_TRANSITION,
                    FUNCTION -> USUAL;
            case ACTION, IMPORT -> LONG;
            case JOB -> BACKGROUND;
        };
        return new Budget(
                limits.getOrDefault("statements", usual.statements),
                Duration.ofMillis(limits.getOrDefault("milliseconds", usual.time.toMillis())),
                limits.getOrDefault("megabytes", usual.bytes / MEBIBYTE) * MEBIBYTE,
                limit(limits, "depth", usual.depth),
                limit(limits, "sql", usual.sql),
                limit(limits, "rows", usual.rows),
                limit(limits, "calls", usual.calls),
                limits.getOrDefault("traffic", usual.traffic),
                limit(limits, "lines", usual.lines),
                limit(limits, "nesting", usual.nesting));
    }

    private static int limit(Map<String, Long> limits, String name, int usual) {
        return Math.toIntExact(limits.getOrDefault(name, (long) usual));
    }

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
