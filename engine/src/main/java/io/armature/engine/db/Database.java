package io.armature.engine.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database. Safe for many threads. */
public final class Database {

    private final DataSource source;
    private final LongAdder statements = new LongAdder();

    public Database(DataSource source) {
        this.source = source;
    }

    /**
     * Does work in a transaction of its own: kept when the work returns, undone when it throws.
     *
     * @throws DatabaseException when PostgreSQL refuses a statement or the commit
     */
    public <T extends @Nullable Object> T transaction(Work<T> work) {
        Transaction transaction;
        T result;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            transaction = new Transaction(connection, statements);
            result = run(work, transaction);
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
        if (!transaction.isRollbackOnly()) {
            transaction.committed();
        }
        return result;
    }

    /** Runs statements that each stand alone: reads, and what PostgreSQL refuses inside transactions. */
    public <T extends @Nullable Object> T direct(Function<SqlRunner, T> work) {
        try (Connection connection = source.getConnection()) {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return work.apply(new SqlRunner(connection, statements));
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }

    /** How many statements were sent so far. */
    public long statements() {
        return statements.sum();
    }

    private static <T extends @Nullable Object> T run(Work<T> work, Transaction transaction) throws SQLException {
        Connection connection = transaction.connection();
        try {
            T result = work.run(transaction);
            if (!transaction.isFinished()) {
                end(transaction);
            }
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            undo(connection, failure);
            throw failure;
        }
    }

    private static void end(Transaction transaction) throws SQLException {
        if (transaction.isRollbackOnly()) {
            transaction.connection().rollback();
        } else {
            transaction.connection().commit();
        }
    }

    private static void undo(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException worse) {
            failure.addSuppressed(worse);
        }
    }
}
