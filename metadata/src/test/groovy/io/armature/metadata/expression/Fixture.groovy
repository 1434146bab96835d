package io.armature.metadata.expression

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import groovy.sql.Sql
import io.armature.metadata.type.ValueType
import io.armature.testing.Database
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.time.ZoneId

/** The model, the rows and the contexts of expression-conformance.json, for both back ends. */
class Fixture {
    static final String SCHEMA = 'main'

    final Map file
    final FixtureScope scope
    final Map<String, Map<String, FixtureRow>> rows = [:]

    /** @param others records instead of those of the file, by entity */
    Fixture(Map<String, List> others = [:]) {
        file = getClass().getResourceAsStream('/expression-conformance.json').withReader('UTF-8') { new JsonSlurper().parse(it) } as Map
        file.rows = file.rows + others
        scope = new FixtureScope(file.entities as Map)
        file.rows.each { entity, records ->
            rows[entity] = records.collectEntries { [it.key, new FixtureRow(this, entity, it)] }
        }
    }

    Context context(String name) {
        def given = file.contexts[name]
        new Context(Instant.parse(given.now), ZoneId.of(given.zone), given.values.collectEntries { key, value ->
            [key, value instanceof List ? value.collect { contextValue(it) } : contextValue(value)]
        })
    }

    private Object contextValue(Object value) {
        value instanceof String && value ==~ /.{8}-.{4}-.{4}-.{4}-.{12}/ ? UUID.fromString(value) : value
    }

    /** The row of an entity with that id, or of one that shares its record; null if there is none. */
    FixtureRow byId(String entity, String id) {
        def sharing = scope.entities.keySet().findAll { scope.lineage(it).contains(entity) }
        sharing.findResult { name -> rows[name]?.values()?.find { it.record.id == id } }
    }

    /** A value as the file writes it, in the class that its type names. */
    static Object read(Object written, ValueType type) {
        if (written == null) {
            return null
        }
        switch (type) {
            case ValueType.ListOf: return written.collect { read(it, type.item()) }
            case ValueType.Reference:
            case ValueType.AnyReference: return UUID.fromString(written)
            case ValueType.Scalar.INTEGER: return Long.valueOf(written)
            case ValueType.Scalar.DECIMAL: return new BigDecimal(written)
            case ValueType.Scalar.DATE: return LocalDate.parse(written)
            case ValueType.Scalar.TIME: return LocalTime.parse(written)
            case ValueType.Scalar.DATE_TIME: return Instant.parse(written)
            case ValueType.Scalar.DURATION: return Duration.parse(written)
            default: return written
        }
    }

    /** A database with the rows in it. */
    Sql database(String template) {
        new Sql(Database.fresh(template) { source -> fill(new Sql(source)) })
    }

    private void fill(Sql sql) {
        sql.execute("create schema ${SCHEMA}" as String)
        scope.entities.each { entity, about ->
            def columns = about.members.values().findAll { it instanceof Member.Column && it.level() == entity && it.name() != 'id' }
                .collectMany { member -> member.columns().collect { [it, it.endsWith('_entity') ? 'text' : Types.sql(member.type())] } }
            about.softDelete && columns << ['deleted_at', 'timestamptz']
            sql.execute("create table ${scope.qualified(about.table)} (\"id\" uuid primary key${columns.collect { ", \"${it[0]}\" ${it[1]}" }.join('')})" as String)
        }
        scope.linkTables().each { sql.execute("create table ${scope.qualified(it)} (source uuid, target uuid)" as String) }
        file.rows.each { entity, records -> records.each { insert(sql, entity, it) } }
    }

    private void insert(Sql sql, String entity, Map record) {
        scope.lineage(entity).each { level ->
            def values = [id: record.id]
            scope.entities[level].members.values().findAll { it instanceof Member.Column && it.level() == level }.each {
                if (record.containsKey(it.name())) {
                    values[it.columns().last()] = record[it.name()]
                }
            }
            record.deleted && scope.softDelete(level) && (values.deleted_at = '2026-01-01T00:00:00Z')
            def table = scope.qualified(scope.table(level))
            def names = values.keySet().collect { "\"$it\"" }.join(', ')
            sql.execute("insert into $table ($names) select ${casts(entity, level, values)}" as String, flat(values))
        }
        record.each { name, ids ->
            def member = scope.member(entity, name).orElse(null)
            if (member instanceof Member.Linked) {
                ids.each { sql.execute("insert into ${scope.qualified(member.table())} values (?::uuid, ?::uuid)" as String, [record.id, it]) }
            }
        }
    }

    private String casts(String entity, String level, Map values) {
        values.collect { column, value ->
            def type = column == 'deleted_at' ? 'timestamptz' : Types.sql(scope.entities[level].members.values().find { it instanceof Member.Column && it.columns().last() == column }.type())
            value instanceof List ? "array[${value.collect { '?' }.join(', ')}]::$type" : "?::$type"
        }.join(', ')
    }

    private List flat(Map values) {
        values.values().collectMany { it instanceof List ? it : [it instanceof Map ? JsonOutput.toJson(it) : it] }
    }
}
