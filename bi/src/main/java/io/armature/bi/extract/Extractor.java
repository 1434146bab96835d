package io.armature.bi.extract;

import io.armature.bi.star.Star;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Model;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a warehouse up to date. Each table is one transaction in one snapshot, so an interrupted run leaves every table
 * as it was or as it should be, and the next run takes up where this one ended.
 */
public final class Extractor {

    /** Changes can become visible after younger ones, by as long as a transaction lasts; so a run looks back this far. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Model model;
    private final String sourceSchema;
    private final String warehouseSchema;

    /**
     * @param sourceSchema the tenant's schema
     * @param warehouseSchema where the tables go; made when missing
     */
    public Extractor(Model model, String sourceSchema, String warehouseSchema) {
        this.model = model;
        this.sourceSchema = sourceSchema;
        this.warehouseSchema = warehouseSchema;
    }

    /**
     * @param connection used alone while this runs; its transaction settings are put back
     * @throws SQLException when a table cannot be brought up to date; those before it are
     */
    public List<ExtractResult> run(Star star, Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            execute(connection, "create schema if not exists " + Identifiers.quote(warehouseSchema));
            connection.commit();
            List<ExtractResult> results = new ArrayList<>();
            for (ExtractTable table : ExtractTable.of(star)) {
                results.add(extract(table, connection));
                connection.commit();
            }
            return List.copyOf(results);
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
        }
    }

    private ExtractResult extract(ExtractTable table, Connection connection) throws SQLException {
        ExtractSql sql = new ExtractSql(model, table, sourceSchema, warehouseSchema);
        execute(connection, sql.create());
        for (String column : sql.addColumns()) {
            execute(connection, column);
        }
        Instant since =
                watermark(sql, connection).map(newest -> newest.minus(OVERLAP)).orElse(Instant.EPOCH);
        long merged = merge(sql, since, connection);
        long removed = execute(connection, sql.prune());
        return new ExtractResult(table.table(), merged, removed, agrees(sql, connection));
    }

    private static Optional<Instant> watermark(ExtractSql sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.watermark())) {
            rows.next();
            return Optional.ofNullable(rows.getTimestamp(1)).map(Timestamp::toInstant);
        }
    }

    private static long merge(ExtractSql sql, Instant since, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.merge())) {
            statement.setTimestamp(1, Timestamp.from(since));
            return statement.executeLargeUpdate();
        }
    }

    private static boolean agrees(ExtractSql sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.compare())) {
            rows.next();
            return rows.getString(1).equals(rows.getString(2));
        }
    }

    private static long execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }
}
