package io.armature.engine.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Makes the pool of database connections. */
final class ConnectionPool {

    private static final int CONNECTIONS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
        config.addDataSourceProperty("options", "-c intervalstyle=iso_8601 -c timezone=UTC -c jit=off");
        return new HikariDataSource(config);
    }
}
