package io.armature.engine.query.read;

import io.armature.engine.query.sql.Layout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Writes the row at which a result stands as a JSON object. */
final class RowWriter {
    private RowWriter() {}

    static void write(ResultSet row, List<Layout> layouts, JsonBytes json) throws SQLException {
        json.put('{');
        boolean first = true;
        for (Layout layout : layouts) {
            if (!first) {
                json.put(',');
            }
            first = false;
            json.raw(layout.key());
            value(row, layout, json);
        }
        json.put('}');
    }

    private static void value(ResultSet row, Layout layout, JsonBytes json) throws SQLException {
        byte[] bytes = row.getBytes(layout.column());
        if (bytes == null) {
            json.nothing();
            return;
        }
        switch (layout) {
            case Layout.Nested nested -> write(row, nested.values(), json);
            case Layout.Value value -> {
                switch (value.encoding()) {
                    case RAW -> json.raw(bytes);
                    case QUOTED -> json.quoted(bytes);
                    case TEXT -> json.text(bytes);
                    case MOMENT -> json.moment(bytes);
                }
            }
        }
    }
}
