package io.armature.engine.query.read;

import io.armature.engine.db.RowVisitor;
import io.armature.engine.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A reading of one record that somebody else runs: its statement, to which its row is shown. */
public final class OneReading implements RowVisitor {
    private final Sql statement;
    private final OneWriter writer;

    OneReading(Sql statement, OneWriter writer) {
        this.statement = statement;
        this.writer = writer;
    }

    public Sql statement() {
        return statement;
    }

    @Override
    public void visit(ResultSet row) throws SQLException {
        writer.visit(row);
    }

    /** The record, once the statement has run; empty when it is not there. */
    public Optional<OneRecord> record() {
        return writer.record();
    }
}
