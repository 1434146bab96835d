package io.armature.engine.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Runs statements on one connection. For one thread at a time, like the connection. */
public class SqlRunner {

    private final Connection connection;
    private final LongAdder statements;
    private long sent;

    public SqlRunner(Connection connection) {
        this(connection, new LongAdder());
    }

    /** @param statements counts what is sent */
    SqlRunner(Connection connection, LongAdder statements) {
        this.connection = connection;
        this.statements = statements;
    }

    /** The connection itself, for what needs the driver: COPY, notifications. */
    public final Connection connection() {
        return connection;
    }

    /** How many statements were sent by this runner. */
    public final long sent() {
        return sent;
    }

    /** All rows. */
    public final <T> List<T> list(Sql sql, RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        each(sql, row -> rows.add(reader.read(row)));
        return rows;
    }

    /** The first row, if there is any. */
    public final <T> Optional<T> first(Sql sql, RowReader<T> reader) {
        return list(sql, reader).stream().findFirst();
    }

    /** The only row. */
    public final <T> T one(Sql sql, RowReader<T> reader) {
        List<T> rows = list(sql, reader);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows, not one: " + sql.text());
        }
        return rows.getFirst();
    }

    /** Shows every row to the visitor, all of them in memory at once. */
    public final void each(Sql sql, RowVisitor visitor) {
        each(sql, 0, visitor);
    }

    /**
     * Shows every row to the visitor.
     *
     * @param fetchSize rows to hold at once, 0 for all; works in a transaction only
     */
    public final void each(Sql sql, int fetchSize, RowVisitor visitor) {
        statements.increment();
        sent++;
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            statement.setFetchSize(fetchSize);
            Binder.bind(statement, sql.values());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }

    /** Runs a statement that changes rows; how many it changed. */
    public final int update(Sql sql) {
        statements.increment();
        sent++;
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            Binder.bind(statement, sql.values());
            return statement.executeUpdate();
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }

    /** Runs text without values: DDL, or several statements separated by semicolons in one round trip. */
    public final void execute(String text) {
        statements.increment();
        sent++;
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(text);
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }
}
