package io.armature.engine.transfer;

import io.armature.engine.query.sql.Encoding;
import io.armature.engine.query.sql.Layout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is exported: linked records are flattened, {@code customer.name} beside {@code customer.id}.
 *
 * @param presences columns of the result that must not be null for the value to be told
 * @param column of the result, from 1
 */
record ExportColumn(String name, List<Integer> presences, int column, Encoding encoding) {
    ExportColumn {
        presences = List.copyOf(presences);
    }

    static List<ExportColumn> of(List<Layout> layouts) {
        List<ExportColumn> columns = new ArrayList<>();
        add("", List.of(), layouts, columns);
        return columns;
    }

    private static void add(String prefix, List<Integer> presences, List<Layout> layouts, List<ExportColumn> columns) {
        for (Layout layout : layouts) {
            String name = prefix + layout.name();
            switch (layout) {
                case Layout.Value value ->
                    columns.add(new ExportColumn(name, presences, value.column(), value.encoding()));
                case Layout.Nested nested -> {
                    List<Integer> all = new ArrayList<>(presences);
                    all.add(nested.column());
                    add(name + ".", all, nested.values(), columns);
                }
            }
        }
    }

    /** The text of the value, as a reader of the table wants it; null where there is none. */
    @Nullable
    String text(ResultSet row) throws SQLException {
        for (int presence : presences) {
            if (row.getString(presence) == null) {
                return null;
            }
        }
        String text = row.getString(column);
        return text == null || encoding != Encoding.MOMENT ? text : text.replace(' ', 'T') + "Z";
    }
}
