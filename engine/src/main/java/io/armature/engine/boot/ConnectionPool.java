package io.armature.engine.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/** Makes the pool of database connections. */
final class ConnectionPool {

    private static final int CONNECTIONS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int PATIENT_CONNECTIONS = 4;
    private static final int NOTING_CONNECTIONS = 8;
    private static final int STEADY_CONNECTIONS = 12;
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);
    private static final String SETTINGS = "-c intervalstyle=iso_8601 -c timezone=UTC -c jit=off";

    private ConnectionPool() {}

    static HikariDataSource open(ServerOptions.DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("armature");
        config.setJdbcUrl(address.url());
        address.user().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("ApplicationName", "armature");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("prepareThreshold", "2");
        config.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        config.addDataSourceProperty("preparedStatementCacheSizeMiB", "16");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("options", hasty());
        return new HikariDataSource(config);
    }

    /** Connections to the same database for work that takes its time: tables, keys, whole tenants. */
    static HikariDataSource patient(DataSource other) {
        return beside(other, "armature-patient", PATIENT_CONNECTIONS, SETTINGS);
    }

    /**
     * Connections for notes of who does what, which are kept like all else but not waited for: after a crash of PostgreSQL the
     * last of them may be as if they had never been, in their order, with nothing that was kept after them.
     */
    static HikariDataSource noting(DataSource other) {
        return beside(other, "armature-noting", NOTING_CONNECTIONS, hasty() + " -c synchronous_commit=off");
    }

    /**
     * Connections on which PostgreSQL plans a statement once for all values: for lists of which is known that one way of
     * finding them is right whatever is asked for. Planning such a list anew costs as much as reading it.
     */
    static HikariDataSource steady(DataSource other) {
        return beside(other, "armature-steady", STEADY_CONNECTIONS, hasty() + " -c plan_cache_mode=force_generic_plan");
    }

    /** Connections to the same database with other settings. A source that is not ours keeps its own. */
    private static HikariDataSource beside(DataSource other, String name, int connections, String settings) {
        HikariConfig config = new HikariConfig();
        if (other instanceof HikariDataSource pool) {
            pool.copyStateTo(config);
            config.setMetricRegistry(null);
            config.addDataSourceProperty("options", settings);
        } else {
            config.setDataSource(other);
        }
        config.setPoolName(name);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** The settings of connections that requests wait for. */
    private static String hasty() {
        return SETTINGS + " -c statement_timeout=" + timeout().toMillis();
    }

    /** How long one statement of a request may take. */
    private static Duration timeout() {
        String seconds = System.getenv("ARMATURE_STATEMENT_TIMEOUT");
        return seconds != null && seconds.matches("\\d{1,5}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : STATEMENT_TIMEOUT;
    }
}
