package io.armature.engine.access

import groovy.json.JsonOutput
import groovy.sql.Sql
import io.armature.engine.db.Database
import io.armature.engine.schema.Pause
import io.armature.engine.schema.SchemaApplier
import io.armature.engine.schema.SchemaLock
import io.armature.engine.schema.SchemaPlanner
import io.armature.engine.schema.SchemaSettings
import io.armature.engine.tenant.SchemaMigrations
import io.armature.metadata.expression.Row
import io.armature.metadata.model.Entity
import io.armature.metadata.model.Field
import io.armature.metadata.model.Model
import io.armature.metadata.model.Relation
import io.armature.metadata.type.Options
import java.sql.ResultSet
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import java.util.concurrent.ConcurrentHashMap
import javax.sql.DataSource

/** Random rows in every table of a model, and all of them in memory. */
final class LeakWorld {
    private static final List<String> UNCHANGED = ['id', 'version', 'created_at', 'updated_at', 'created_by', 'updated_by', 'deleted_at']
    static final List<String> WORDS = ['ann', 'bob', 'Lyon', 'north', 'x7', 'zoe', 'Élan', 'due']

    final Model model
    final Map<String, Map<UUID, Map<String, Object>>> records = [:]
    final Map<String, List<List<UUID>>> links = [:]
    final List<UUID> users = []
    private final Sql sql
    private final Random random
    private final Map<String, List<List<String>>> owners = new ConcurrentHashMap<>()
    private int counter

    LeakWorld(Model model, Sql sql, Random random) {
        this.model = model
        this.sql = sql
        this.random = random
    }

    /** The tables of a model in an empty database. */
    static void tables(DataSource source, Model model) {
        def database = new Database(source)
        new SchemaMigrations(source).migrateTenant('main')
        new Sql(source).execute('create extension if not exists pg_trgm')
        def plan = database.transaction { new SchemaPlanner(SchemaSettings.DEFAULT).plan(it, 'main', model) }
        new SchemaApplier(database, new SchemaLock(database, SchemaSettings.DEFAULT, Pause.resting()), SchemaSettings.DEFAULT).apply(plan)
    }

    /** The entities that have lines of this one, and the links by which these know their owners. */
    List<List<String>> owners(String entity) {
        owners.computeIfAbsent(entity) {
            model.entities().values().collectMany { Entity parent ->
                parent.ownFields().findAll { it.relation().orElse(null) instanceof Relation.Lines && it.relation().get().target() == entity }
                    .collect { [parent.fullName(), it.relation().get().by()] }
            }
        }
    }

    void fill(int userCount, int rows) {
        userCount.times {
            def id = UUID.randomUUID()
            sql.execute('insert into main."sys$user" (id, username, name, roles) values (?, ?, ?, ?)', [id, "user$it" as String, "User $it" as String, sql.connection.createArrayOf('text', new Object[0])])
            users << id
        }
        def ids = [:].withDefault { [] } as Map<String, List<UUID>>
        ids['sys.user'].addAll(users)
        def entities = model.entities().values().findAll { it.managed() && it.stored() }
        int round = 0
        while (entities && round++ < 6) {
            entities = entities.findAll { Entity entity ->
                int wanted = entity.features() && single(entity) ? 1 : rows
                wanted.times { insert(entity, ids) }
                ids[entity.fullName()].empty
            }
        }
        model.entities().values().findAll { it.managed() && it.stored() }.each { pairs(it, ids) }
    }

    private static boolean single(Entity entity) {
        entity.shape().name() == 'SINGLE'
    }

    private void insert(Entity entity, Map<String, List<UUID>> ids) {
        for (int attempt = 0; attempt < 15; attempt++) {
            def id = UUID.randomUUID()
            sql.execute('begin')
            try {
                entity.lineage().each { level(entity, it, id, ids) }
                sql.execute('commit')
                entity.lineage().each { ids[it] << id }
                return
            } catch (java.sql.SQLException refused) {
                // A random row may break a rule of the entity: another one is tried.
                sql.execute('rollback')
            }
        }
    }

    private void level(Entity entity, String level, UUID id, Map<String, List<UUID>> ids) {
        def values = [id: id] as Map<String, Object>
        entity.fields().values().findAll { it.level() == level && it.name() != 'id' && it.columns() }.each { Field field ->
            def value = value(field, ids)
            if (value != null) {
                values[field.columns().first().name()] = value
            }
        }
        if (model.require(level).lineOf()) {
            values['_position'] = counter++ % 1000
        }
        sql.executeInsert("insert into main.\"${model.require(level).table()}\" (${values.keySet().collect { "\"$it\"" }.join(', ')}) values (${values.values().collect { '?' }.join(', ')})" as String, values.values().toList())
    }

    private Object value(Field field, Map<String, List<UUID>> ids) {
        switch (field.name()) {
            case 'version': return 1L
            case ['created_at', 'updated_at']: return java.sql.Timestamp.from(Instant.now().minusSeconds(3600))
            case 'deleted_at': return random.nextInt(8) ? null : java.sql.Timestamp.from(Instant.now().minusSeconds(60))
            case 'external_id': return random.nextInt(3) ? null : "ext-${counter++}".toString()
        }
        if (field.stored() && field.computed() || !field.required() && random.nextInt(5) == 0 && !field.system()) {
            return null
        }
        def target = field.relation().map { it.target() }.orElse(field.type().name() == 'user' ? 'sys.user' : null)
        if (target) {
            return ids[target] ? ids[target][random.nextInt(ids[target].size())] : null
        }
        def definition = field.definition()
        switch (field.type().name()) {
            case 'choice': return pick(Options.of(definition).keys().toList())
            case 'choices': return sql.connection.createArrayOf('text', Options.of(definition).keys().findAll { random.nextBoolean() } as Object[])
            case 'email': return "${pick(WORDS).toLowerCase().replace('é', 'e')}${counter++}@example.com".toString()
            case 'phone': return "+3312345${1000 + counter++ % 9000}".toString()
            case 'url': return "https://example.com/${counter++}".toString()
            case 'color': return '#336699'
            case ['integer', 'rating']: return low(definition) + random.nextInt(5)
            case ['decimal', 'money', 'percent']: return BigDecimal.valueOf(low(definition) + random.nextInt(5))
            case 'boolean': return random.nextBoolean()
            case 'date': return java.sql.Date.valueOf(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)))
            case 'dateTime': return java.sql.Timestamp.from(Instant.parse('2026-01-01T00:00:00Z').plusSeconds(random.nextInt(10_000_000)))
            case ['text', 'longText', 'markdown', 'html', 'code', 'barcode']: return text(field)
            default: return null
        }
    }

    private String text(Field field) {
        String text = "${pick(WORDS)} ${counter++}"
        int most = field.definition().integer('max').orElse(100)
        text.length() <= most ? text : Integer.toString(counter, 36).toUpperCase().padLeft(most, 'A').takeRight(most)
    }

    private static long low(definition) {
        definition.number('min').map { Math.max(1L, it.longValue()) }.orElse(1L)
    }

    private <T> T pick(List<T> from) {
        from[random.nextInt(from.size())]
    }

    private void pairs(Entity entity, Map<String, List<UUID>> ids) {
        entity.ownFields().findAll { it.relation().orElse(null) instanceof Relation.Links }.each { Field field ->
            def relation = field.relation().get() as Relation.Links
            [ids[entity.fullName()], ids[relation.target()]].combinations().findAll { random.nextInt(4) == 0 }.eachWithIndex { pair, place ->
                sql.executeInsert("insert into main.\"${relation.table()}\" (source, target, position) values (?, ?, ?)" as String, [pair[0], pair[1], place])
            }
        }
    }

    /** Reads everything, as somebody may who may do everything. */
    void load() {
        model.entities().values().findAll { it.stored() }.each { Entity entity ->
            def all = [:] as Map<UUID, Map<String, Object>>
            def aliases = [:]
            entity.lineage().eachWithIndex { level, i -> aliases[level] = "t$i" }
            def fields = entity.fields().values().findAll { it.columns() && (it.columns().size() == 1 || it.translated()) }
            def columns = fields.collect { "${aliases[it.level()]}.\"${it.columns().first().name()}\"" }
            def from = entity.lineage().withIndex().collect { level, i ->
                "main.\"${model.require(level).table()}\" t$i" + (i ? " on t${i}.id = t0.id" : '')
            }.join(' join ')
            sql.query("select ${columns.join(', ')} from $from" as String) { ResultSet row ->
                while (row.next()) {
                    def values = [:] as Map<String, Object>
                    fields.eachWithIndex { Field field, int i ->
                        def value = java(row, i + 1, field.columns().first().type().sql())
                        if (value != null) {
                            values[field.name()] = value
                        }
                    }
                    all[values['id'] as UUID] = values
                }
            }
            records[entity.fullName()] = all
            entity.ownFields().findAll { it.relation().orElse(null) instanceof Relation.Links }.each {
                def table = (it.relation().get() as Relation.Links).table()
                links[table] = sql.rows("select source, target from main.\"$table\" order by position" as String).collect { pair -> [pair.source, pair.target] as List<UUID> }
            }
        }
    }

    private static Object java(ResultSet row, int column, String type) {
        switch (type) {
            case 'uuid': return row.getObject(column, UUID)
            case 'bigint': return row.getObject(column, Long)
            case 'numeric': return row.getBigDecimal(column)
            case 'boolean': return row.getObject(column, Boolean)
            case 'date': return row.getObject(column, LocalDate)
            case 'timestamp with time zone': return row.getObject(column, OffsetDateTime)?.toInstant()
            case 'text[]': return row.getArray(column)?.getArray()?.toList()
            case 'text': return row.getString(column)
            default: return null
        }
    }

    Map<String, Object> record(String entity, UUID id) {
        records[entity]?.get(id)
    }

    boolean alive(String entity, UUID id) {
        record(entity, id) != null && record(entity, id)['deleted_at'] == null
    }

    /** The ids of the records behind a field or an inverse link, those deleted left out. */
    List<UUID> behind(String entity, UUID id, String name) {
        def of = model.require(entity)
        def inverse = of.inverses().get(name)
        if (inverse) {
            return pointing(inverse.entity(), inverse.by(), id)
        }
        switch (of.fields().get(name)?.relation()?.orElse(null)) {
            case { it instanceof Relation.Lines }: return pointing(of.fields()[name].relation().get().target(), of.fields()[name].relation().get().by(), id)
            case { it instanceof Relation.Inverse }: return pointing(of.fields()[name].relation().get().target(), of.fields()[name].relation().get().by(), id)
            case { it instanceof Relation.Links }:
                def relation = of.fields()[name].relation().get()
                return links[relation.table()].findAll { it[0] == id && alive(relation.target(), it[1]) }*.get(1)
            default: return []
        }
    }

    private List<UUID> pointing(String entity, String by, UUID id) {
        records[entity].findAll { key, values -> values[by] == id && values['deleted_at'] == null }.keySet().toList()
    }

    String target(String entity, String name) {
        def of = model.require(entity)
        of.inverses().get(name)?.entity() ?: of.fields().get(name)?.relation()?.map { it.target() }?.orElse(null)
    }

    /** A record as it is. */
    Row row(String entity, UUID id) {
        new Row() {
            @Override
            Optional<Object> value(String name) {
                Optional.ofNullable(record(entity, id)?.get(name))
            }

            @Override
            Optional<Row> link(String name) {
                def to = record(entity, id)?.get(name)
                to == null ? Optional.empty() : Optional.of(row(target(entity, name), to as UUID))
            }

            @Override
            List<Row> rows(String name) {
                behind(entity, id, name).collect { row(target(entity, name), it) }
            }
        }
    }

    /** Something in the trail of every record: each of its columns was another value once. */
    void trail() {
        records.each { entity, all ->
            if (model.require(entity).features().audit()) {
                all.each { id, values ->
                    def changes = values.findAll { name, value -> !(name in UNCHANGED) }.collectEntries { name, value -> [name, [null, plain(value)]] }
                    sql.executeInsert('insert into main."sys$audit" (id, at, actor, entity, record, version, action, changes, request) values (?, now() - interval \'30 minutes\', ?, ?, ?, 1, \'update\', ?::jsonb, \'r\')',
                        [UUID.randomUUID(), users[0], entity, id, JsonOutput.toJson(changes)])
                }
            }
        }
    }

    private static Object plain(Object value) {
        value instanceof Instant || value instanceof UUID || value instanceof LocalDate ? value.toString() : value
    }
}
