package io.armature.engine.query.read;

import io.armature.engine.query.sql.Layout;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes the row at which a result stands as a JSON object. */
final class RowWriter {
    private static final byte[] HIDDEN = "\"$hidden\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MASKED = "\"$masked\":".getBytes(StandardCharsets.UTF_8);

    private RowWriter() {}

    static void write(ResultSet row, List<Layout> layouts, JsonBytes json) throws SQLException {
        json.put('{');
        boolean first = true;
        List<Layout> hidden = List.of();
        List<Layout> masked = List.of();
        for (Layout layout : layouts) {
            Layout told = layout;
            if (layout instanceof Layout.Guarded guarded) {
                byte[] flag = row.getBytes(guarded.column());
                told = guarded.inner();
                if (flag == null) {
                    hidden = with(hidden, layout);
                    continue;
                }
                masked = Layout.Guarded.isMasked(flag) ? with(masked, layout) : masked;
            }
            if (layout instanceof Layout.Hidden) {
                hidden = with(hidden, layout);
                continue;
            }
            if (!first) {
                json.put(',');
            }
            first = false;
            json.raw(layout.key());
            value(row, told, json);
        }
        first = names(HIDDEN, hidden, first, json);
        names(MASKED, masked, first, json);
        json.put('}');
    }

    private static List<Layout> with(List<Layout> some, Layout another) {
        List<Layout> more = some.isEmpty() ? new ArrayList<>() : some;
        more.add(another);
        return more;
    }

    private static boolean names(byte[] key, List<Layout> layouts, boolean first, JsonBytes json) {
        if (layouts.isEmpty()) {
            return first;
        }
        if (!first) {
            json.put(',');
        }
        json.raw(key);
        char before = '[';
        for (Layout layout : layouts) {
            json.put(before);
            json.quoted(layout.name().getBytes(StandardCharsets.UTF_8));
            before = ',';
        }
        json.put(']');
        return false;
    }

    private static void value(ResultSet row, Layout layout, JsonBytes json) throws SQLException {
        byte[] bytes = row.getBytes(layout.column());
        if (bytes == null) {
            json.nothing();
            return;
        }
        switch (layout) {
            case Layout.Nested nested -> write(row, nested.values(), json);
            case Layout.Guarded guarded -> value(row, guarded.inner(), json);
            case Layout.Hidden nowhere -> json.nothing();
            case Layout.Value value -> {
                switch (value.encoding()) {
                    case RAW -> json.raw(bytes);
                    case QUOTED -> json.quoted(bytes);
                    case TEXT -> json.text(bytes);
                    case MOMENT -> json.moment(bytes);
                    case PACKED_ID, PACKED_DATE, PACKED_MOMENT -> json.packed(value.encoding(), bytes);
                }
            }
        }
    }
}
