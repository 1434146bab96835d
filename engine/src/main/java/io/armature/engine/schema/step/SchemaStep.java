package io.armature.engine.schema.step;

import io.armature.engine.schema.catalogue.ForeignKeyShape;
import io.armature.engine.schema.catalogue.IndexShape;
import io.armature.engine.schema.catalogue.Mark;
import java.util.List;

/** One change of the schema. Table names are those at the time when the step runs. */
public sealed interface SchemaStep {

    /** The table it changes; empty when none. */
    String table();

    record CreateExtension(String extension) implements SchemaStep {
        @Override
        public String table() {
            return "";
        }
    }

    /** @param conditions checks, each with its name */
    record CreateTable(
            String table,
            List<ColumnSpec> columns,
            String primaryKey,
            List<String> keyColumns,
            List<AddCheck> conditions,
            Mark mark)
            implements SchemaStep {
        public CreateTable {
            columns = List.copyOf(columns);
            keyColumns = List.copyOf(keyColumns);
            conditions = List.copyOf(conditions);
        }
    }

    /** @param defaultValue as SQL; empty for none */
    record ColumnSpec(String name, String type, boolean notNull, String defaultValue) {}

    record RenameTable(String from, String table, String primaryKeyFrom, String primaryKey, Mark mark)
            implements SchemaStep {}

    /** Takes a table out of use: renamed and kept. */
    record RetireTable(String table, String retired, String primaryKeyFrom, String primaryKey, Mark mark)
            implements SchemaStep {}

    /** Takes a retired table into use again, under a name it may not have had before. */
    record RestoreTable(String retired, String table, String primaryKeyFrom, String primaryKey, Mark mark)
            implements SchemaStep {}

    /**
     * @param fill what rows get that exist already, as SQL; empty for nothing
     * @param keepDefault whether PostgreSQL goes on filling
     */
    record AddColumn(String table, ColumnSpec column, String fill, boolean keepDefault) implements SchemaStep {}

    record RenameColumn(String table, String from, String column, Mark mark) implements SchemaStep {}

    /** Takes a column out of use: renamed and kept. */
    record RetireColumn(String table, String column, String retired, boolean wasNotNull, Mark mark)
            implements SchemaStep {}

    /** Takes a retired column into use again. */
    record RestoreColumn(String table, String retired, String column, String defaultValue, Mark mark)
            implements SchemaStep {}

    /** Changes a column in place, without losing a value. */
    record ChangeType(String table, String column, String from, String to, String using) implements SchemaStep {}

    /** Changes rows by a statement. */
    record Backfill(String table, String purpose, String statement) implements SchemaStep {}

    record SetNotNull(String table, String column) implements SchemaStep {}

    record DropNotNull(String table, String column) implements SchemaStep {}

    record AddCheck(String table, String name, String condition, boolean valid) implements SchemaStep {}

    record DropCheck(String table, String name) implements SchemaStep {}

    record AddForeignKey(String table, String name, ForeignKeyShape shape, boolean valid) implements SchemaStep {}

    record DropForeignKey(String table, String name) implements SchemaStep {}

    /** Looks at the rows that were there before a check or foreign key was added. */
    record Validate(String table, String name) implements SchemaStep {}

    /** @param operators schema of the trigram operators, for indexes that need them */
    record CreateIndex(String table, String name, IndexShape shape, String operators, boolean concurrently)
            implements SchemaStep {}

    record DropIndex(String table, String name) implements SchemaStep {}

    record RenameIndex(String table, String from, String name) implements SchemaStep {}

    record RenameConstraint(String table, String from, String name) implements SchemaStep {}

    /** Remembers something about a column. */
    record MarkColumn(String table, String column, Mark mark) implements SchemaStep {}

    /** Throws a retired table away for good. */
    record PurgeTable(String table, String formerly) implements SchemaStep {}

    /** Throws a retired column away for good. */
    record PurgeColumn(String table, String column, String formerly) implements SchemaStep {}
}
