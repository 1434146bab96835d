package io.armature.engine.schema

import groovy.transform.CompileStatic
import io.armature.engine.db.Sql
import io.armature.engine.db.SqlRunner
import io.armature.metadata.model.Entity
import io.armature.metadata.model.Field
import io.armature.metadata.model.Model
import io.armature.metadata.model.Relation

/** Fills the tables of a model with a few random rows that keep all its rules. */
@CompileStatic
final class RandomRows {
    private final Random random
    private final SqlRunner runner
    private final String schema
    private final Model model
    private final Map<String, List<String>> ids = [:]

    RandomRows(long seed, SqlRunner runner, String schema, Model model) {
        this.random = new Random(seed)
        this.runner = runner
        this.schema = schema
        this.model = model
    }

    void fill() {
        runner.execute('set constraints all deferred')
        model.entities().values().each { Entity entity -> ids[entity.fullName()] = [] }
        model.entities().values().each { Entity entity -> rows(entity).times { add(entity) } }
        def statements = model.entities().values().collectMany { Entity entity -> records(entity) + pairs(entity) }
        if (statements) {
            runner.execute(statements.join(';\n'))
        }
        runner.execute('set constraints all immediate')
    }

    /** None is a case too, but not where others must lead here. */
    private int rows(Entity entity) {
        boolean needed = model.entities().values().any { other ->
            other.ownFields().any { it.required() && it.relation().orElse(null)?.target() == entity.fullName() }
        }
        needed ? 1 + random.nextInt(3) : random.nextInt(4)
    }

    private void add(Entity entity) {
        String id = new UUID(random.nextLong(), random.nextLong())
        entity.lineage().each { ids[it] << id }
    }

    private List<String> records(Entity entity) {
        ids[entity.fullName()].collect { id ->
            def values = [id: "'$id'" as String]
            entity.ownFields().findAll { !it.system() }.each { Field field ->
                if (field.required() || random.nextInt(4) > 0) {
                    field.columns().each { column -> values[column.name()] = value(field, column) }
                }
            }
            "insert into \"$schema\".\"${entity.table()}\" (${values.keySet().collect { "\"$it\"" }.join(', ')}) values (${values.values().join(', ')})" as String
        }
    }

    private List<String> pairs(Entity entity) {
        entity.ownFields().findAll { it.relation().orElse(null) instanceof Relation.Links }.collectMany { Field field ->
            def links = field.relation().get() as Relation.Links
            [ids[entity.fullName()], ids[links.target()]].combinations().findAll { random.nextInt(3) == 0 }.collect {
                def pair = it as List<String>
                "insert into \"$schema\".\"${links.table()}\" values ('${pair[0]}', '${pair[1]}', ${random.nextInt(5)})" as String
            }
        }
    }

    private String value(Field field, Field.Column column) {
        switch (column.type().sql()) {
            case 'text': return text(field, column)
            case 'bigint': return number(field, 0)
            case 'numeric': return number(field, random.nextInt(3))
            case 'boolean': return pick(['true', 'false'])
            case 'date': return "date '2024-02-27' + ${random.nextInt(9)}"
            case 'time without time zone': return "time '10:00' + ${random.nextInt(90)} * interval '1 minute'"
            case 'interval': return "interval 'PT${random.nextInt(90)}H'"
            case 'timestamp with time zone':
                return "timestamptz '2024-02-27T00:00:00Z' + ${random.nextInt(3)} * interval '12 hours'"
            case 'text[]': return pick(["array['a']", "array['a', 'b']", "'{}'::text[]"])
            case 'jsonb': return "'{\"n\": ${random.nextInt(9)}}'"
            case 'uuid': return link(field)
            default: throw new IllegalStateException(column.type().sql())
        }
    }

    private String text(Field field, Field.Column column) {
        if (column.name() != field.name()) {
            return "'crm.e1'"
        }
        def texts = ['a', 'b', '7', '12', '-3', '1.5', '2024-02-29', '2023-02-29', 'true', "it''s", '007', '']
        "'${pick(texts.findAll { it.length() <= field.definition().integer('max').orElse(100) })}'"
    }

    private String number(Field field, int digits) {
        long low = field.definition().number('min').map { it.longValue() }.orElse(-50L)
        long high = field.definition().number('max').map { it.longValue() }.orElse(50L)
        long whole = low + random.nextInt((int) Math.min(high - low, 1000) + 1)
        digits && whole < high ? "$whole.${random.nextInt(10 ** digits as int)}" : whole as String
    }

    private String link(Field field) {
        def relation = field.relation().orElse(null)
        if (relation == null) {
            return "'${new UUID(random.nextLong(), random.nextLong())}'"
        }
        def targets = ids[relation.target()]
        targets ? "'${pick(targets)}'" : 'null'
    }

    private <T> T pick(List<T> from) {
        from[random.nextInt(from.size())]
    }
}
