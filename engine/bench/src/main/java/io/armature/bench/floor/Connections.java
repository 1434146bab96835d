package io.armature.bench.floor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;

/** The pool, as big as the engine's. */
@Factory
final class Connections {
    private static final int MOST = 20;

    @Context
    @Bean(preDestroy = "close")
    HikariDataSource source(@Value("${floor.database}") String address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }
}
