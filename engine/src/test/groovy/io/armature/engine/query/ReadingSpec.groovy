package io.armature.engine.query

import groovy.json.JsonSlurper
import groovy.sql.Sql
import io.armature.engine.access.ReadAccess
import io.armature.engine.db.Database
import io.armature.engine.query.read.ReadContext
import io.armature.engine.query.read.RecordReader
import io.armature.engine.query.request.Cursors
import io.armature.engine.query.request.RecordQuery
import io.armature.engine.query.request.RecordQueryParser
import io.armature.metadata.expression.Context
import java.time.Instant
import java.time.ZoneOffset
import javax.sql.DataSource
import spock.lang.Shared
import spock.lang.Specification

/** What specs of reading share: a shop's tables, a reader on them, and short ways to ask. */
abstract class ReadingSpec extends Specification {
    static final UUID USER = UUID.fromString('00000000-0000-7000-8000-000000000001')

    @Shared DataSource source = Shop.database()
    @Shared Sql sql = new Sql(source)
    @Shared RecordReader reader = reader(source)

    static RecordReader reader(DataSource source) {
        new RecordReader(new Database(source), new Cursors('a key that nobody knows'.bytes))
    }

    static ReadContext context(Map<String, Object> with = [:]) {
        new ReadContext(
            with.getOrDefault('tenant', 'main') as String,
            Shop.SCHEMA,
            Shop.model(),
            (ReadAccess) with.getOrDefault('access', ReadAccess.EVERYTHING),
            Context.of(Instant.parse('2026-06-15T10:00:00Z'), ZoneOffset.UTC, USER),
            Optional.ofNullable((Locale) with.get('locale')),
            with.getOrDefault('decimalsAsText', false) as boolean)
    }

    static RecordQuery query(String entity, Map<String, Object> parameters) {
        RecordQueryParser.ofUrl(entity, parameters.collectEntries { name, value -> [(name): [value.toString()]] } as Map<String, List<String>>)
    }

    String text(String entity, Map<String, Object> parameters = [:], ReadContext context = context()) {
        new String(reader.list(context, query(entity, parameters)), 'UTF-8')
    }

    Map list(String entity, Map<String, Object> parameters = [:], ReadContext context = context()) {
        (Map) new JsonSlurper().parseText(text(entity, parameters, context))
    }

    /** The only field asked for, of every record. */
    List values(String entity, Map<String, Object> parameters) {
        list(entity, parameters).data.collect { ((Map) it).values().first() }
    }

    UUID insert(String table, Map<String, Object> values) {
        UUID id = (UUID) values.getOrDefault('id', UUID.randomUUID())
        Map<String, Object> all = [id: id] + values
        String columns = all.keySet().collect { "\"$it\"" }.join(', ')
        sql.execute("insert into \"$Shop.SCHEMA\".\"$table\" ($columns) values (${all.collect { '?' }.join(', ')})" as String,
            all.values().toList())
        id
    }
}
