package io.armature.engine.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes a value of the row at which the result stands. */
@FunctionalInterface
public interface RowReader<T extends @Nullable Object> {

    T read(ResultSet row) throws SQLException;
}
