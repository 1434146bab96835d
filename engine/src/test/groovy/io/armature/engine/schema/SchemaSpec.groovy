package io.armature.engine.schema

import groovy.sql.Sql
import io.armature.engine.db.Database
import io.armature.metadata.model.Model
import io.armature.testing.Database as TestDatabase
import java.time.Duration
import javax.sql.DataSource
import spock.lang.Specification

/** A database with an empty schema `main`, and what it takes to plan and apply there. */
abstract class SchemaSpec extends Specification {
    static final SchemaSettings SETTINGS = new SchemaSettings(1_000, 5_000, Duration.ofMillis(300), 3, Duration.ofMillis(10))

    DataSource source = fresh()
    Database database = new Database(source)
    Sql sql = new Sql(source)
    SchemaPlanner planner = new SchemaPlanner(SETTINGS)
    SchemaLock lock = new SchemaLock(database, SETTINGS, Pause.resting())
    SchemaApplier applier = new SchemaApplier(database, lock, SETTINGS)

    static DataSource fresh() {
        TestDatabase.fresh('schema') { DataSource it -> new Sql(it).execute('create extension pg_trgm; create schema main') }
    }

    SchemaPlan plan(Model model) {
        database.transaction { planner.plan(it, 'main', model) }
    }

    SchemaPlan plan(Map<String, Map<String, Object>> entities) {
        plan(Entities.model(entities))
    }

    SchemaPlan apply(Map<String, Map<String, Object>> entities) {
        def plan = plan(entities)
        applier.apply(plan)
        plan
    }

    /** Rows of a table, with ids that begin with the row's number. */
    void insert(String table, List<Map<String, Object>> rows) {
        rows.eachWithIndex { row, i ->
            def all = [id: id(i + 1)] + row
            def columns = all.keySet().collect { "\"$it\"" }.join(', ')
            sql.executeInsert("insert into main.\"$table\" ($columns) values (${all.collect { '?' }.join(', ')})" as String,
                all.values().toList())
        }
    }

    static UUID id(int number) {
        UUID.fromString(String.format('%08d-0000-7000-8000-000000000000', number))
    }

    List values(String table, String column) {
        sql.rows("select \"$column\" as v from main.\"$table\" order by id" as String)*.v
    }
}
