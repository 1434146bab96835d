package io.armature.engine.boot;

import com.zaxxer.hikari.HikariDataSource;
import io.armature.engine.db.Database;

/** Connections for lists that PostgreSQL plans once for all values; they open when they are needed. */
record SteadyConnections(HikariDataSource source, Database database) implements AutoCloseable {

    static SteadyConnections of(HikariDataSource source) {
        return new SteadyConnections(source, new Database(source));
    }

    @Override
    public void close() {
        source.close();
    }
}
