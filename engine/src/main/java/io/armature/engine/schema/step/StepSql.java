package io.armature.engine.schema.step;

import io.armature.engine.db.AccentedText;
import io.armature.engine.schema.blueprint.SqlLiteral;
import io.armature.engine.schema.catalogue.ForeignKeyShape;
import io.armature.engine.schema.catalogue.IndexShape;
import io.armature.engine.schema.catalogue.Mark;
import io.armature.engine.schema.step.SchemaStep.AddCheck;
import io.armature.engine.schema.step.SchemaStep.AddColumn;
import io.armature.engine.schema.step.SchemaStep.AddForeignKey;
import io.armature.engine.schema.step.SchemaStep.ColumnSpec;
import io.armature.engine.schema.step.SchemaStep.CreateIndex;
import io.armature.engine.schema.step.SchemaStep.CreateTable;
import io.armature.metadata.expression.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The SQL of steps, in one schema. */
public final class StepSql {

    /** A changed row that finds room beside its old one leaves the indexes alone. */
    private static final String ROOM_FOR_CHANGES = " with (fillfactor = 90)";

    private final String schema;

    public StepSql(String schema) {
        this.schema = schema;
    }

    /** The statements of a step, in order. */
    public List<String> of(SchemaStep step) {
        return switch (step) {
            case SchemaStep.CreateExtension it ->
                List.of("create extension if not exists " + Identifiers.quote(it.extension()) + " with schema public");
            case CreateTable it -> List.of(create(it), tableMark(it.table(), it.mark()));
            case SchemaStep.RenameTable it ->
                renameTable(it.from(), it.table(), it.primaryKeyFrom(), it.primaryKey(), it.mark());
            case SchemaStep.RetireTable it ->
                renameTable(it.table(), it.retired(), it.primaryKeyFrom(), it.primaryKey(), it.mark());
            case SchemaStep.RestoreTable it ->
                renameTable(it.retired(), it.table(), it.primaryKeyFrom(), it.primaryKey(), it.mark());
            case AddColumn it -> add(it);
            case SchemaStep.RenameColumn it ->
                List.of(renameColumn(it.table(), it.from(), it.column()), mark(it.table(), it.column(), it.mark()));
            case SchemaStep.RetireColumn it -> retire(it);
            case SchemaStep.RestoreColumn it -> restore(it);
            case SchemaStep.ChangeType it ->
                List.of(alter(it.table()) + " alter column " + Identifiers.quote(it.column()) + " type " + it.to()
                        + " using " + it.using());
            case SchemaStep.Backfill it -> List.of(it.statement());
            case SchemaStep.SetNotNull it -> List.of(column(it.table(), it.column()) + " set not null");
            case SchemaStep.DropNotNull it -> List.of(column(it.table(), it.column()) + " drop not null");
            case AddCheck it -> List.of(alter(it.table()) + " add " + condition(it) + (it.valid() ? "" : " not valid"));
            case SchemaStep.DropCheck it -> List.of(dropConstraint(it.table(), it.name()));
            case AddForeignKey it -> List.of(foreignKey(it));
            case SchemaStep.DropForeignKey it -> List.of(dropConstraint(it.table(), it.name()));
            case SchemaStep.Validate it ->
                List.of(alter(it.table()) + " validate constraint " + Identifiers.quote(it.name()));
            case CreateIndex it
            when it.concurrently() -> List.of("drop index concurrently if exists " + table(it.name()), index(it));
            case CreateIndex it -> List.of(index(it));
            case SchemaStep.DropIndex it -> List.of("drop index if exists " + table(it.name()));
            case SchemaStep.RenameIndex it ->
                List.of("alter index " + table(it.from()) + " rename to " + Identifiers.quote(it.name()));
            case SchemaStep.RenameConstraint it -> List.of(renameConstraint(it.table(), it.from(), it.name()));
            case SchemaStep.MarkColumn it -> List.of(mark(it.table(), it.column(), it.mark()));
            case SchemaStep.PurgeTable it -> List.of("drop table " + table(it.table()));
            case SchemaStep.PurgeColumn it ->
                List.of(alter(it.table()) + " drop column " + Identifiers.quote(it.column()));
        };
    }

    private String create(CreateTable it) {
        List<String> parts = new ArrayList<>();
        it.columns().forEach(column -> parts.add(definition(column)));
        parts.add("constraint " + Identifiers.quote(it.primaryKey()) + " primary key (" + names(it.keyColumns()) + ")");
        it.conditions().forEach(check -> parts.add(condition(check)));
        return "create table " + table(it.table()) + " (\n  " + String.join(",\n  ", parts) + "\n)" + ROOM_FOR_CHANGES;
    }

    private static String definition(ColumnSpec column) {
        return Identifiers.quote(column.name())
                + " "
                + column.type()
                + (column.notNull() ? " not null" : "")
                + (column.defaultValue().isEmpty() ? "" : " default " + column.defaultValue());
    }

    private List<String> renameTable(String from, String to, String keyFrom, String keyTo, Mark mark) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(from) + " rename to " + Identifiers.quote(to));
        if (!keyFrom.isEmpty() && !keyFrom.equals(keyTo)) {
            statements.add(renameConstraint(to, keyFrom, keyTo));
        }
        statements.add(tableMark(to, mark));
        return statements;
    }

    /** A default at the time of adding fills existing rows without touching them one by one. */
    private List<String> add(AddColumn it) {
        String filled = it.fill().isEmpty() ? "" : " default " + it.fill();
        ColumnSpec column = it.column();
        String added = alter(it.table()) + " add column " + Identifiers.quote(column.name()) + " " + column.type()
                + filled + (column.notNull() ? " not null" : "");
        return it.fill().isEmpty() || it.keepDefault()
                ? List.of(added)
                : List.of(added, column(it.table(), column.name()) + " drop default");
    }

    private List<String> retire(SchemaStep.RetireColumn it) {
        List<String> statements = new ArrayList<>();
        String nullable = it.wasNotNull() ? " drop not null, alter column " + Identifiers.quote(it.column()) : "";
        statements.add(column(it.table(), it.column()) + nullable + " drop default");
        statements.add(renameColumn(it.table(), it.column(), it.retired()));
        statements.add(mark(it.table(), it.retired(), it.mark()));
        return statements;
    }

    private List<String> restore(SchemaStep.RestoreColumn it) {
        List<String> statements = new ArrayList<>();
        statements.add(renameColumn(it.table(), it.retired(), it.column()));
        if (!it.defaultValue().isEmpty()) {
            statements.add(column(it.table(), it.column()) + " set default " + it.defaultValue());
        }
        statements.add(mark(it.table(), it.column(), it.mark()));
        return statements;
    }

    private String foreignKey(AddForeignKey it) {
        ForeignKeyShape shape = it.shape();
        String action = switch (shape.onDelete()) {
            case RESTRICT -> "";
            case CLEAR -> " on delete set null";
            case CASCADE -> " on delete cascade";
        };
        return alter(it.table()) + " add constraint " + Identifiers.quote(it.name()) + " foreign key ("
                + Identifiers.quote(shape.column()) + ") references " + table(shape.target()) + " (\"id\")" + action
                + " deferrable" + (it.valid() ? "" : " not valid");
    }

    private String index(CreateIndex it) {
        IndexShape shape = it.shape();
        boolean trigrams = shape.method().equals("gin");
        String operators = trigrams ? " " + Identifiers.quote(it.operators(), "gin_trgm_ops") : "";
        String keys = shape.keys().stream().map(key -> key(key) + operators).collect(Collectors.joining(", "));
        return "create " + (shape.unique() ? "unique " : "") + "index " + (it.concurrently() ? "concurrently " : "")
                + Identifiers.quote(it.name()) + " on " + table(it.table()) + (trigrams ? " using gin" : "")
                + " (" + keys + ")" + condition(shape);
    }

    private static String condition(IndexShape shape) {
        return switch (shape.condition()) {
            case "" -> "";
            case IndexShape.ACCENTED -> " where " + AccentedText.inOneOf(shape.keys());
            default -> " where " + shape.condition();
        };
    }

    private static String key(String key) {
        if (key.startsWith("(")) {
            return "(" + key + ")";
        }
        String column = IndexShape.column(key);
        return Identifiers.quote(column) + key.substring(column.length());
    }

    private static String condition(AddCheck check) {
        return "constraint " + Identifiers.quote(check.name()) + " check (" + check.condition() + ")";
    }

    private String renameColumn(String table, String from, String to) {
        return alter(table) + " rename column " + Identifiers.quote(from) + " to " + Identifiers.quote(to);
    }

    private String renameConstraint(String table, String from, String to) {
        return alter(table) + " rename constraint " + Identifiers.quote(from) + " to " + Identifiers.quote(to);
    }

    private String dropConstraint(String table, String name) {
        return alter(table) + " drop constraint " + Identifiers.quote(name);
    }

    private String tableMark(String table, Mark mark) {
        return "comment on table " + table(table) + " is " + SqlLiteral.quote(mark.comment());
    }

    private String mark(String table, String column, Mark mark) {
        String comment = mark.comment();
        return "comment on column " + table(table) + "." + Identifiers.quote(column) + " is "
                + (comment.isEmpty() ? "null" : SqlLiteral.quote(comment));
    }

    private String column(String table, String column) {
        return alter(table) + " alter column " + Identifiers.quote(column);
    }

    private String alter(String table) {
        return "alter table " + table(table);
    }

    private String table(String name) {
        return Identifiers.quote(schema, name);
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }
}
