package io.armature.engine.schema

import groovy.transform.CompileStatic
import io.armature.engine.db.Sql
import io.armature.engine.db.SqlRunner
import java.sql.ResultSet

/** All rows of a schema, held by what PostgreSQL itself knows tables and columns by, whatever they are called. */
@CompileStatic
final class Snapshot {
    /** A column: its name and type, and its values by the row's place in the table's key. */
    static final class Cells {
        String table
        String column
        String type
        Map<String, String> values
    }

    /** By table and column number. */
    final Map<String, Cells> cells = [:]

    Snapshot(SqlRunner runner, String schema) {
        def columns = runner.list(Sql.of("""
            select c.oid, a.attnum, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
              exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'id') as entity
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = '"$schema"'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            order by 1, 2""" as String), { ResultSet row ->
                [row.getString(1) + '.' + row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getBoolean(6) as String]
            })
        columns.groupBy { it[1] }.each { table, of ->
            String key = of[0][4] == 'true' ? 'id::text' : "source::text || ' ' || target"
            def values = of.collect { [:] as Map<String, String> }
            String selected = of.collect { "\"${it[2]}\"::text" }.join(', ')
            runner.each(Sql.of("select $key, $selected from \"$schema\".\"$table\"" as String)) { row ->
                of.eachWithIndex { column, int i -> values[i][row.getString(1)] = row.getString(i + 2) }
            }
            of.eachWithIndex { column, int i ->
                cells[column[0]] = new Cells(table: table, column: column[2], type: column[3], values: values[i])
            }
        }
    }

    /** What is in here and not in a later snapshot, column by column, told by PostgreSQL's own numbers. */
    List<String> lostIn(Snapshot later) {
        cells.collectMany { number, before ->
            def after = later.cells[number]
            after == null
                ? ["${before.table}.${before.column} is dropped" as String]
                : before.values.findAll { id, value -> !kept(before, after, id) }.collect { id, value ->
                    "${before.table}.${before.column} of $id was $value, is ${after.values[id]}" as String
                }
        }
    }

    private static boolean kept(Cells before, Cells after, String id) {
        after.values.containsKey(id) && (before.type != after.type || before.values[id] == after.values[id])
    }

    /** What is in here and not in a later snapshot, told by the names of tables and columns. */
    List<String> differencesIn(Snapshot later) {
        def byName = later.cells.values().collectEntries { [it.table + '.' + it.column, it] } as Map<String, Cells>
        cells.values().collectMany { before ->
            def after = byName[before.table + '.' + before.column]
            after == null
                ? ["${before.table}.${before.column} is not there" as String]
                : before.values.findAll { id, value -> !after.values.containsKey(id) || after.values[id] != value }.collect { id, value ->
                    "${before.table}.${before.column} of $id was $value, is ${after.values[id]}" as String
                }
        }
    }
}
