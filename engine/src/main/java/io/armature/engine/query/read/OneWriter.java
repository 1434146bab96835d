package io.armature.engine.query.read;

import io.armature.engine.db.RowVisitor;
import io.armature.engine.query.request.Deletion;
import io.armature.engine.query.sql.QuerySql;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the one row of a reading of one record. */
final class OneWriter implements RowVisitor {
    private static final int USUAL_BYTES = 2048;

    private final QuerySql sql;
    private final Deletion deletion;
    private @Nullable OneRecord record;
    private boolean gone;

    OneWriter(QuerySql sql, Deletion deletion) {
        this.sql = sql;
        this.deletion = deletion;
    }

    @Override
    public void visit(ResultSet row) throws SQLException {
        boolean deleted = sql.deleted() > 0 && row.getBoolean(sql.deleted());
        if (deleted && deletion == Deletion.HIDDEN) {
            gone = true;
        } else if (deleted || deletion != Deletion.ONLY) {
            JsonBytes json = new JsonBytes(USUAL_BYTES);
            RowWriter.write(row, sql.layout(), json);
            record = new OneRecord(json.toArray(), row.getLong(sql.version()), sql.told());
        }
    }

    /** @throws ProblemException when it is deleted, and was not asked for like that */
    Optional<OneRecord> record() {
        if (gone) {
            throw new ProblemException(Problem.inValue(ProblemCode.RECORD_DELETED, ""));
        }
        return Optional.ofNullable(record);
    }
}
