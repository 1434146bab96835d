package io.armature.engine.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Work that PostgreSQL keeps whole or not at all. Opened by {@link Database#transaction}. */
public final class Transaction extends SqlRunner {

    private static final Sql NEXT = Sql.of("; ");
    private static final Sql COMMIT = Sql.of("commit");
    private static final Sql ROLLBACK = Sql.of("rollback");

    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean rollbackOnly;
    private boolean finished;

    Transaction(Connection connection, LongAdder statements) {
        super(connection, statements);
    }

    /** Does something once the transaction is kept, in the order asked; not at all when it is not kept. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Nothing shall be kept, though the work goes on: a dry run. */
    public void rollbackOnly() {
        rollbackOnly = true;
    }

    /** Whether the work has ended the transaction itself. */
    boolean isFinished() {
        return finished;
    }

    boolean isRollbackOnly() {
        return rollbackOnly;
    }

    /**
     * Runs the last statements, shows the rows of those that have any to the visitor, and ends the transaction, all in as few
     * round trips as the driver can. Nothing may be done in the transaction afterwards.
     */
    public void finish(List<Sql> statements, RowVisitor visitor) {
        Sql all = Sql.of("");
        for (Sql statement : statements) {
            all = all.then(statement).then(NEXT);
        }
        all = all.then(rollbackOnly ? ROLLBACK : COMMIT);
        try (PreparedStatement statement = connection().prepareStatement(all.text())) {
            Binder.bind(statement, all.values());
            boolean rows = statement.execute();
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    visit(statement, visitor);
                }
                rows = statement.getMoreResults();
            }
            finished = true;
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }

    private static void visit(PreparedStatement statement, RowVisitor visitor) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                visitor.visit(result);
            }
        }
    }

    /** Runs a part that may fail alone: when it throws, what it changed is undone, and the transaction is usable. */
    public <T extends @Nullable Object> T nested(Work<T> work) {
        int actions = afterCommit.size();
        try {
            Savepoint start = connection().setSavepoint();
            try {
                T result = work.run(this);
                connection().releaseSavepoint(start);
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                undo(start, failure);
                afterCommit.subList(actions, afterCommit.size()).clear();
                throw failure;
            }
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }

    private void undo(Savepoint start, Throwable failure) {
        try {
            connection().rollback(start);
        } catch (SQLException worse) {
            failure.addSuppressed(worse);
        }
    }

    /** Runs what waited for the commit: all of it, even when one fails; then the first failure is thrown. */
    void committed() {
        RuntimeException failure = null;
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException failed) {
                if (failure == null) {
                    failure = failed;
                } else {
                    failure.addSuppressed(failed);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
