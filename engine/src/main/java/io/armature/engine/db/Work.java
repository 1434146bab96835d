package io.armature.engine.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is done in one transaction. */
@FunctionalInterface
public interface Work<T extends @Nullable Object> {

    T run(Transaction transaction) throws SQLException;
}
