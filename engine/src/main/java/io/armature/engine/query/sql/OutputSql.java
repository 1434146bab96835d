package io.armature.engine.query.sql;

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

    OutputSql(RowsFactory factory, ValueSql values) {
        this.values = values;
        this.lists = new ListSql(factory, this);
    }

    /** Adds a column for each value, and says where it goes. */
    List<Layout> columns(Rows rows, List<String> links, List<Output> outputs, Columns columns) {
        List<Layout> layouts = new ArrayList<>();
        for (Output output : outputs) {
            layouts.add(
                    switch (output) {
                        case Output.Value value -> {
                            Cell cell = cell(rows, links, value.field());
                            yield new Layout.Value(value.name(), columns.add(cell.sql()), cell.encoding());
                        }
                        case Output.Linked linked -> nested(rows, links, linked, columns);
                        case Output.Listed listed ->
                            new Layout.Value(
                                    listed.name(), columns.add(text(lists.objects(rows, links, listed))), Encoding.RAW);
                        case Output.Identified identified ->
                            new Layout.Value(
                                    identified.name(),
                                    columns.add(text(lists.ids(rows, links, identified))),
                                    Encoding.RAW);
                    });
        }
        return layouts;
    }

    private Layout nested(Rows rows, List<String> links, Output.Linked linked, Columns columns) {
        List<String> path = append(links, linked.name());
        int presence = columns.add(text(presence(rows, path, linked)));
        return new Layout.Nested(linked.name(), presence, columns(rows, path, linked.outputs(), columns));
    }

    /** The linked record's id, or null where there is none that the caller may read. */
    private static SqlFragment presence(Rows rows, List<String> path, Output.Linked linked) {
        SqlFragment id = SqlFragment.of(rows.id(path));
        return linked.rule()
                .map(rule -> new SqlBuilder()
                        .add("case when ")
                        .add(rows.condition(path, rule))
                        .add(" then ")
                        .add(id)
                        .add(" end")
                        .build())
                .orElse(id);
    }

    /** A JSON object of one record. */
    SqlFragment object(Rows rows, List<String> links, List<Output> outputs) {
        if (outputs.size() <= MOST_BUILT_PAIRS) {
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
                .add("(select row_to_json(\"o\") from (select ")
                .join(", ", named(rows, links, outputs))
                .add(") as \"o\")")
                .build();
    }

    /** The values of one record, each under its name: what {@code row_to_json} takes. */
    List<SqlFragment> named(Rows rows, List<String> links, List<Output> outputs) {
        return outputs.stream()
                .map(output ->
                        SqlBuilder.wrap("", json(rows, links, output), " as " + Identifiers.quote(output.name())))
                .toList();
    }

    private SqlFragment json(Rows rows, List<String> links, Output output) {
        return switch (output) {
            case Output.Value value -> jsonValue(rows, links, value.field());
            case Output.Linked linked -> {
                List<String> path = append(links, linked.name());
                yield new SqlBuilder()
                        .add("case when ")
                        .add(presence(rows, path, linked))
                        .add(" is not null then ")
                        .add(object(rows, path, linked.outputs()))
                        .add(" end")
                        .build();
            }
            case Output.Listed listed -> lists.objects(rows, links, listed);
            case Output.Identified identified -> lists.ids(rows, links, identified);
        };
    }

    private Cell cell(Rows rows, List<String> links, Field field) {
        if (field.valueType() instanceof ValueType.AnyReference) {
            return new Cell(text(anyReference(rows, links, field)), Encoding.RAW);
        }
        return values.cell(value(rows, links, field), field.valueType());
    }

    private SqlFragment jsonValue(Rows rows, List<String> links, Field field) {
        return field.valueType() instanceof ValueType.AnyReference
                ? anyReference(rows, links, field)
                : values.json(value(rows, links, field), field.valueType());
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
