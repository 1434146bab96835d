package io.armature.engine.write;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counters for automatic numbers. A fast one hands out numbers from a block that it took in a transaction of its own, and
 * takes bigger blocks the faster they are used up; what is left of a block is lost when the process ends. A gapless one is
 * moved inside the writer's transaction, which holds its row until the end. Safe for many threads.
 */
public final class Counters {

    private static final int LARGEST_BLOCK = 64;
    private static final long SOON_MILLISECONDS = 1_000;

    private final Database database;
    private final Clock clock;
    private final Map<Key, Block> blocks = new ConcurrentHashMap<>();

    public Counters(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Key(String schema, String entity, String period) {}

    /** The first of {@code count} numbers in a row that nobody else gets. */
    long fast(String schema, String entity, String period, int count) {
        return blocks.computeIfAbsent(new Key(schema, entity, period), any -> new Block())
                .take(schema, entity, period, count);
    }

    /** The first of {@code count} numbers in a row; taken only if the transaction is kept. */
    static long gapless(SqlRunner transaction, String schema, String entity, String period, int count) {
        return claim(transaction, schema, entity, period, count);
    }

    /** Moves a counter on by {@code count}; the first number that this gives. */
    private static long claim(SqlRunner runner, String schema, String entity, String period, int count) {
        String table = Identifiers.quote(schema, "sys$counter");
        Sql sql = Sql.of(
                "insert into " + table + " as c (entity, period, value) values (?, ?, ?)"
                        + " on conflict (entity, period) do update set value = c.value + excluded.value returning value",
                SqlValue.text(entity),
                SqlValue.text(period),
                SqlValue.integer((long) count));
        return runner.one(sql, row -> row.getLong(1)) - count + 1;
    }

    /** Numbers taken and not yet given out. */
    private final class Block {

        private long next;
        private long left;
        private int size = 1;
        private long takenAt;

        synchronized long take(String schema, String entity, String period, int count) {
            if (left < count) {
                refill(schema, entity, period, count);
            }
            long first = next;
            next += count;
            left -= count;
            return first;
        }

        /** A new block; what is left of the old one, fewer than were asked for, is given up. */
        private void refill(String schema, String entity, String period, int count) {
            long now = clock.millis();
            size = now - takenAt < SOON_MILLISECONDS ? Math.min(size * 2, LARGEST_BLOCK) : 1;
            takenAt = now;
            int taken = Math.max(size, count);
            next = database.direct(runner -> claim(runner, schema, entity, period, taken));
            left = taken;
        }
    }
}
