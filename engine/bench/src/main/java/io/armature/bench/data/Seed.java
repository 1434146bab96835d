package io.armature.bench.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills the tables of both services with the same records. */
public final class Seed {
    private static final String LINES = "bench$invoice_line";

    private final DataSet data;

    public Seed(DataSet data) {
        this.data = data;
    }

    /** Makes and fills the hand-written service's tables. */
    public void fillFloor(Connection connection) throws SQLException {
        fill(connection, "/floor/schema.sql", "/floor/seed.sql");
    }

    /**
     * Fills the tables that the engine made.
     *
     * @throws SQLException also when they are not there
     */
    public void fillArmature(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = \"" + schema(statement) + "\", public");
        }
        fill(connection, "/armature/seed.sql");
    }

    private void fill(Connection connection, String... scripts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Foreign keys hold by construction; checking each row would take most of the time.
            statement.execute("set session_replication_role = replica; set synchronous_commit = off");
            Script.run(connection, "/shape.sql", data);
            for (String script : scripts) {
                Script.run(connection, script, data);
            }
            statement.execute("drop function bench_customer, bench_invoice, bench_line");
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static String schema(Statement statement) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select schemaname from pg_tables where tablename = '" + LINES + "'")) {
            if (!found.next()) {
                throw new SQLException("There is no table " + LINES);
            }
            return found.getString(1);
        }
    }
}
