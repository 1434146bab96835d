package io.armature.engine.schema;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.db.Work;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets one change of a schema happen at a time, and never holds up a running site for longer than a moment. */
public final class SchemaLock {

    /** lock_not_available, deadlock_detected, serialization_failure. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");

    private final Database database;
    private final SchemaSettings settings;
    private final Pause pause;

    public SchemaLock(Database database, SchemaSettings settings, Pause pause) {
        this.database = database;
        this.settings = settings;
        this.pause = pause;
    }

    /**
     * Does work in one transaction that nobody else who changes the schema can disturb. When a table is busy for too
     * long, everything is undone and tried again after a pause, so the work must not reach outside the transaction.
     *
     * @throws ProblemException AR-623 when tables stay busy
     */
    public <T extends @Nullable Object> T locked(String schema, Work<T> work) {
        return attempt(() -> database.transaction(transaction -> {
            transaction.execute(
                    "set local lock_timeout = " + settings.lockTimeout().toMillis());
            transaction.first(
                    Sql.of("select pg_advisory_xact_lock(hashtextextended(?, 0))", SqlValue.text("schema " + schema)),
                    row -> true);
            return work.run(transaction);
        }));
    }

    /** Tries until nobody is in the way. */
    <T extends @Nullable Object> T attempt(Attempt<T> work) {
        Duration wait = settings.pause();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (DatabaseException refused) {
                if (!BUSY.contains(refused.state())) {
                    throw refused;
                }
                if (attempt == settings.attempts()) {
                    throw new ProblemException(
                            Problem.inValue(ProblemCode.SCHEMA_BUSY, "", String.valueOf(refused.getMessage())));
                }
                pause.take(wait);
                wait = wait.multipliedBy(2);
            }
        }
    }

    /** What is tried. */
    @FunctionalInterface
    interface Attempt<T extends @Nullable Object> {
        T run();
    }
}
