package io.armature.engine.db;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks at one row after the other. */
@FunctionalInterface
public interface RowVisitor {

    void visit(ResultSet row) throws SQLException;
}
