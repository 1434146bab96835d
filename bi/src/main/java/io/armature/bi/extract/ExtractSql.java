package io.armature.bi.extract;

import static io.armature.metadata.expression.Identifiers.quote;

import io.armature.bi.star.StarColumn;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of one extract. Reads from a tenant's schema, writes to its warehouse schema. */
final class ExtractSql {

    private final Model model;
    private final ExtractTable table;
    private final String source;
    private final String target;

    ExtractSql(Model model, ExtractTable table, String sourceSchema, String warehouseSchema) {
        this.model = model;
        this.table = table;
        this.source = sourceSchema;
        this.target = quote(warehouseSchema, table.table());
    }

    String create() {
        return "create table if not exists " + target
                + " (\"id\" uuid primary key, \"updated_at\" timestamp with time zone not null)";
    }

    /** One statement a column, so that a field added to the model appears in an existing table. */
    List<String> addColumns() {
        return table.columns().stream()
                .map(column -> "alter table " + target + " add column if not exists " + quote(column.column()) + " "
                        + column.sqlType())
                .toList();
    }

    /** Takes over every record changed at or after the bind, whatever is there already. */
    String merge() {
        String kept = Stream.concat(
                        Stream.of(SystemFields.UPDATED_AT),
                        table.columns().stream().map(StarColumn::column))
                .map(column -> quote(column) + " = excluded." + quote(column))
                .collect(Collectors.joining(", "));
        return "insert into " + target + " (" + names() + ") select " + selected() + from() + " where " + live()
                + " and " + root(SystemFields.UPDATED_AT) + " >= ? on conflict (\"id\") do update set " + kept;
    }

    /** Removes what the source no longer has. */
    String prune() {
        return "delete from " + target + " w where not exists (select 1" + from() + " where " + root(SystemFields.ID)
                + " = w.\"id\" and " + live() + ")";
    }

    /** The newest change that the warehouse has seen. */
    String watermark() {
        return "select max(\"updated_at\") from " + target;
    }

    /** Row counts and totals of source and warehouse, pair by pair, in one row. */
    String compare() {
        String ours = "select count(*)" + sums(column -> quote(column.column())) + " from " + target;
        String theirs = "select count(*)" + sums(this::aliased) + from() + " where " + live();
        return "select (select row(s.*)::text from (" + theirs + ") s), (select row(w.*)::text from (" + ours + ") w)";
    }

    private String sums(Function<StarColumn, String> name) {
        return table.sums().stream()
                .map(column -> ", trim_scale(sum(" + name.apply(column) + ")::numeric)")
                .collect(Collectors.joining());
    }

    private String names() {
        return Stream.concat(
                        Stream.of(SystemFields.ID, SystemFields.UPDATED_AT),
                        table.columns().stream().map(StarColumn::column))
                .map(Identifiers::quote)
                .collect(Collectors.joining(", "));
    }

    private String selected() {
        return Stream.concat(
                        Stream.of(root(SystemFields.ID), root(SystemFields.UPDATED_AT)),
                        table.columns().stream().map(this::aliased))
                .collect(Collectors.joining(", "));
    }

    private String aliased(StarColumn column) {
        return alias(column.level()) + "." + quote(column.column());
    }

    private Entity entity() {
        return model.require(table.entity());
    }

    private String alias(String level) {
        return "l" + entity().lineage().indexOf(level);
    }

    private String root(String column) {
        return "l0." + quote(column);
    }

    private String from() {
        StringBuilder from = new StringBuilder(" from ");
        for (String level : entity().lineage()) {
            String joined = quote(source, model.table(level)) + " " + alias(level);
            from.append(
                    level.equals(entity().root())
                            ? joined
                            : " join " + joined + " on " + alias(level) + ".\"id\" = l0.\"id\"");
        }
        return from.toString();
    }

    private String live() {
        return Stream.concat(
                        Stream.of("true"),
                        entity().lineage().stream()
                                .filter(model::softDelete)
                                .map(level -> alias(level) + ".\"deleted_at\" is null"))
                .collect(Collectors.joining(" and "));
    }
}
