package io.armature.engine.query.sql;

import io.armature.engine.access.Masks;
import io.armature.engine.query.plan.Output;
import io.armature.engine.query.sql.ValueSql.Cell;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what records tell: a column for each value where they stand in rows, also for the values of linked records; a
 * JSON object where they stand in lists.
 */
final class OutputSql {
    /** Arguments that PostgreSQL takes for one function are at most 100: half of them names, half values. */
    private static final int MOST_BUILT_PAIRS = 50;

    private final ValueSql values;
    private final ListSql lists;

    OutputSql(RowsFactory factory, ValueSql values, ListLimit limit) {
        this.values = values;
        this.lists = new ListSql(factory, this, limit);
    }

    /** Adds a column for each value, and says where it goes. */
    List<Layout> columns(Rows rows, List<String> links, List<Output> outputs, Columns columns) {
        List<Layout> layouts = new ArrayList<>();
        for (Output output : outputs) {
            Layout layout = layout(rows, links, output, columns);
            layouts.add(
                    ShownSql.always(output.access()) || layout instanceof Layout.Hidden
                            ? layout
                            : new Layout.Guarded(layout, columns.add(ShownSql.flag(rows, links, output.access()))));
        }
        return layouts;
    }

    private Layout layout(Rows rows, List<String> links, Output output, Columns columns) {
        return switch (output) {
            case Output.Value value -> {
                Cell cell = cell(rows, links, value);
                yield new Layout.Value(value.name(), columns.add(cell.sql()), cell.encoding());
            }
            case Output.Linked linked -> nested(rows, links, linked, columns);
            case Output.Listed listed ->
                new Layout.Value(
                        listed.name(),
                        columns.add(shown(rows, links, listed, text(lists.objects(rows, links, listed)))),
                        Encoding.RAW);
            case Output.Identified identified ->
                new Layout.Value(
                        identified.name(),
                        columns.add(shown(rows, links, identified, text(lists.ids(rows, links, identified)))),
                        Encoding.RAW);
            case Output.Hidden hidden -> new Layout.Hidden(hidden.name());
        };
    }

    private static SqlFragment shown(Rows rows, List<String> links, Output output, SqlFragment value) {
        return ShownSql.value(rows, links, output.access(), value);
    }

    private Layout nested(Rows rows, List<String> links, Output.Linked linked, Columns columns) {
        List<String> path = append(links, linked.name());
        int presence = columns.add(shown(
                rows, links, linked, values.id(SqlFragment.of(rows.id(path))).sql()));
        return new Layout.Nested(linked.name(), presence, columns(rows, path, linked.outputs(), columns));
    }

    /** A JSON object of one record. */
    SqlFragment object(Rows rows, List<String> links, List<Output> outputs) {
        boolean marked = Marks.needed(outputs);
        if (outputs.size() <= MOST_BUILT_PAIRS && !marked) {
            List<SqlFragment> pairs = outputs.stream()
                    .map(output -> SqlBuilder.wrap(literal(output.name()) + ", ", json(rows, links, output), ""))
                    .toList();
            return new SqlBuilder()
                    .add("json_build_object(")
                    .join(", ", pairs)
                    .add(")")
                    .build();
        }
        return new SqlBuilder()
                .add("(select " + Marks.json("\"_o\"", marked) + " from (select ")
                .join(", ", named(rows, links, outputs))
                .add(") as \"_o\")")
                .build();
    }

    /** The values of one record, each under its name: what {@code row_to_json} takes. */
    List<SqlFragment> named(Rows rows, List<String> links, List<Output> outputs) {
        List<SqlFragment> named = new ArrayList<>();
        for (Output output : outputs) {
            if (!(output instanceof Output.Hidden)) {
                named.add(SqlBuilder.wrap("", json(rows, links, output), " as " + Identifiers.quote(output.name())));
            }
        }
        if (Marks.needed(outputs)) {
            named.addAll(Marks.columns(rows, links, outputs));
        }
        return named;
    }

    private SqlFragment json(Rows rows, List<String> links, Output output) {
        return switch (output) {
            case Output.Value value -> jsonValue(rows, links, value);
            case Output.Linked linked -> {
                List<String> path = append(links, linked.name());
                yield new SqlBuilder()
                        .add("case when ")
                        .add(shown(rows, links, linked, SqlFragment.of(rows.id(path))))
                        .add(" is not null then ")
                        .add(object(rows, path, linked.outputs()))
                        .add(" end")
                        .build();
            }
            case Output.Listed listed -> shown(rows, links, listed, lists.objects(rows, links, listed));
            case Output.Identified identified -> shown(rows, links, identified, lists.ids(rows, links, identified));
            case Output.Hidden hidden -> throw new IllegalArgumentException("Not told: " + hidden.name());
        };
    }

    private Cell cell(Rows rows, List<String> links, Output.Value told) {
        Field field = told.field();
        if (field.valueType() instanceof ValueType.AnyReference) {
            return new Cell(shown(rows, links, told, text(anyReference(rows, links, field))), Encoding.RAW);
        }
        SqlFragment value = value(rows, links, field);
        Cell cell = (Masks.cover(field) ? values.unpacked() : values).cell(value, field.valueType());
        return new Cell(masked(rows, links, told, cell.sql(), value), cell.encoding());
    }

    private SqlFragment jsonValue(Rows rows, List<String> links, Output.Value told) {
        Field field = told.field();
        if (field.valueType() instanceof ValueType.AnyReference) {
            return shown(rows, links, told, anyReference(rows, links, field));
        }
        SqlFragment value = value(rows, links, field);
        return masked(rows, links, told, values.json(value, field.valueType()), value);
    }

    private static SqlFragment masked(
            Rows rows, List<String> links, Output.Value told, SqlFragment whole, SqlFragment value) {
        return Masks.cover(told.field())
                ? ShownSql.value(rows, links, told.access(), whole, ShownSql.mask(told.field(), value))
                : ShownSql.value(rows, links, told.access(), whole);
    }

    private static SqlFragment value(Rows rows, List<String> links, Field field) {
        return field.translated() && !field.computed() ? rows.translated(links, field) : rows.value(links, field);
    }

    private static SqlFragment anyReference(Rows rows, List<String> links, Field field) {
        String entity = rows.column(links, field, 0);
        String id = rows.column(links, field, 1);
        return SqlFragment.of("case when " + id + " is not null then json_build_object('entity', " + entity + ", '"
                + SystemFields.ID + "', " + id + ") end");
    }

    private static SqlFragment text(SqlFragment value) {
        return SqlBuilder.wrap("(", value, ")::text");
    }

    /** Names are letters, digits and underscores; quoting is for the reader who does not know. */
    private static String literal(String name) {
        return "'" + name.replace("'", "''") + "'";
    }

    static List<String> append(List<String> links, String name) {
        return Stream.concat(links.stream(), Stream.of(name)).toList();
    }
}
