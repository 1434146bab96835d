package io.armature.engine.query.read;

import io.armature.engine.db.RowVisitor;
import io.armature.engine.query.sql.CursorColumn;
import io.armature.engine.query.sql.QuerySql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a page as {@code {"data": [...], "page": {"next": ..., "count": ...}}}. For one page. */
final class PageWriter implements RowVisitor {
    private static final int BYTES_PER_ROW = 512;
    private static final int MOST_BYTES_AHEAD = 64 * 1024;

    private final QuerySql sql;
    private final int limit;
    private final JsonBytes json;
    private final List<byte @Nullable []> last = new ArrayList<>();
    private int rows;
    private boolean more;
    private byte @Nullable [] count;

    PageWriter(QuerySql sql, int limit) {
        this.sql = sql;
        this.limit = limit;
        this.json = new JsonBytes(Math.min(MOST_BYTES_AHEAD, (limit + 1) * BYTES_PER_ROW));
        json.ascii("{\"data\":[");
    }

    @Override
    public void visit(ResultSet row) throws SQLException {
        if (sql.count() > 0) {
            count = row.getBytes(sql.count());
        }
        if (sql.presence() > 0 && row.getBytes(sql.presence()) == null) {
            return;
        }
        if (rows == limit) {
            more = true;
            return;
        }
        if (rows++ > 0) {
            json.put(',');
        }
        RowWriter.write(row, sql.layout(), json);
        if (rows == limit) {
            for (CursorColumn column : sql.cursor()) {
                byte[] value = row.getBytes(column.column());
                last.add(value == null ? null : PackedText.of(column.encoding(), value));
            }
        }
    }

    /** The whole answer. */
    byte[] finish(Function<List<byte @Nullable []>, String> cursor) {
        json.ascii("],\"page\":{\"next\":");
        if (more && !last.isEmpty()) {
            json.text(cursor.apply(last));
        } else {
            json.nothing();
        }
        json.ascii(",\"count\":");
        if (count == null) {
            json.nothing();
        } else {
            json.raw(count);
        }
        return json.ascii("}}").toArray();
    }
}
