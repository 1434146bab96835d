package io.armature.engine.boot;

import com.zaxxer.hikari.HikariDataSource;

/** Connections for notes of who does what; opened when they are needed. */
record NotingConnections(HikariDataSource source) implements AutoCloseable {

    @Override
    public void close() {
        source.close();
    }
}
