package io.armature.engine.boot;

import com.zaxxer.hikari.HikariDataSource;
import io.armature.engine.db.Database;

/** Connections whose statements may take as long as they need; opened when they are needed. */
record PatientConnections(HikariDataSource source, Database database) implements AutoCloseable {

    static PatientConnections of(HikariDataSource source) {
        return new PatientConnections(source, new Database(source));
    }

    @Override
    public void close() {
        source.close();
    }
}
