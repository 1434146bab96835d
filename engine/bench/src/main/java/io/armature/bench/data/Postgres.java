package io.armature.bench.data;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** The one PostgreSQL of a benchmark, with a database for each service. */
public final class Postgres implements AutoCloseable {
    public static final String USER = "postgres";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts it with settings fit for the data. A commit does not wait for the disk, or the disk would be measured
     * instead of the services.
     *
     * @param folder to keep the data in for the next time; otherwise it is deleted in the end
     */
    public static Postgres start(Optional<Path> folder) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(PATIENCE)
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("jit", "off");
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
            builder.setDataDirectory(folder.get()).setCleanDataDirectory(false);
        }
        return new Postgres(builder.start());
    }

    public int port() {
        return server.getPort();
    }

    /** The JDBC address of a database. */
    public String url(String database) {
        return server.getJdbcUrl(USER, database);
    }

    public Connection connect(String database) throws SQLException {
        return server.getDatabase(USER, database).getConnection();
    }

    /** Makes a database unless it is there; whether it was made. */
    public boolean create(String database) throws SQLException {
        try (Connection connection = connect(USER);
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select from pg_database where datname = '" + database + "'")) {
                if (found.next()) {
                    return false;
                }
            }
            return !statement.execute("create database " + database);
        }
    }

    /** The number of its first process, whose children do the work. */
    public long process() throws SQLException {
        try (Connection connection = connect(USER);
                Statement statement = connection.createStatement();
                ResultSet file =
                        statement.executeQuery("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
            file.next();
            return Long.parseLong(file.getString(1));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
