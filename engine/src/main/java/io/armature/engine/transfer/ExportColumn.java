package io.armature.engine.transfer;

import io.armature.engine.query.sql.Encoding;
import io.armature.engine.query.sql.Layout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is exported: linked records are flattened, {@code customer.name} beside {@code customer.id}.
 *
 * @param path of the value in the record's JSON
 * @param presences columns of the result that must not be null for the value to be told
 * @param flags columns of the result that are null where the value may not be told
 * @param column of the result, from 1
 */
public record ExportColumn(
        List<String> path, List<Integer> presences, List<Integer> flags, int column, Encoding encoding) {
    /** Stands where the reader may not see a value, which is not the same as that there is none. */
    static final String HIDDEN = "***";

    public ExportColumn {
        path = List.copyOf(path);
        presences = List.copyOf(presences);
        flags = List.copyOf(flags);
    }

    /** As the table names it. */
    String name() {
        return String.join(".", path);
    }

    static List<ExportColumn> of(List<Layout> layouts) {
        List<ExportColumn> columns = new ArrayList<>();
        add(List.of(), new Around(List.of(), List.of()), layouts, columns);
        return columns;
    }

    /** What decides whether the values of one object are told. */
    private record Around(List<Integer> presences, List<Integer> flags) {
        static List<Integer> with(List<Integer> some, int another) {
            return Stream.concat(some.stream(), Stream.of(another)).toList();
        }
    }

    private static void add(List<String> above, Around around, List<Layout> layouts, List<ExportColumn> columns) {
        layouts.forEach(layout ->
                add(Stream.concat(above.stream(), Stream.of(layout.name())).toList(), around, layout, columns));
    }

    /** What shows on no record has no column. */
    private static void add(List<String> path, Around around, Layout layout, List<ExportColumn> columns) {
        switch (layout) {
            case Layout.Value value ->
                columns.add(
                        new ExportColumn(path, around.presences(), around.flags(), value.column(), value.encoding()));
            case Layout.Nested nested ->
                add(
                        path,
                        new Around(Around.with(around.presences(), nested.column()), around.flags()),
                        nested.values(),
                        columns);
            case Layout.Guarded guarded ->
                add(
                        path,
                        new Around(around.presences(), Around.with(around.flags(), guarded.column())),
                        guarded.inner(),
                        columns);
            case Layout.Hidden nowhere -> {}
        }
    }

    /** Whether the value may not be told of this row. */
    boolean isHidden(ResultSet row) throws SQLException {
        for (int flag : flags) {
            if (row.getString(flag) == null) {
                return true;
            }
        }
        return false;
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
