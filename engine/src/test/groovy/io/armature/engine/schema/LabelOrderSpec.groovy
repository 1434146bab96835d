package io.armature.engine.schema

import groovy.sql.GroovyRowResult
import io.armature.metadata.model.LabelOrder

/** Long lists begin at once, in the order of what their records are called. */
class LabelOrderSpec extends SchemaSpec {
    static final String INDEX = 'crm$item$name$id$ix'

    /** What labels are, whether records are held in their order, and whether by an index of their own. */
    static final Map<String, List> LABELS = [
        short: [[type: 'text', max: 100], [:], true, true],
        translated: [[type: 'text', max: 100, translated: true], [:], true, true],
        dates: [[type: 'date'], [:], true, true],
        any_length: [[type: 'text'], [:], false, false],
        very_long: [[type: 'text', max: 601], [:], false, false],
        unique: [[type: 'text', max: 100, unique: true], [:], true, false],
        indexed: [[type: 'text', index: true], [:], true, false],
        leading: [[type: 'text', max: 100], [indexes: [['name', 'created_at']]], true, false],
        following: [[type: 'text', max: 100], [indexes: [['created_at', 'name']]], true, true],
        truth: [[type: 'boolean'], [:], false, false],
    ]

    def 'records are held in the order of their labels by an index of their own, or by one that is there anyway'() {
        given:
        def entities = LABELS.collectEntries { name, label -> [name, [label: 'name', fields: [name: label[0]]] + (label[1] as Map)] }
        def model = Entities.model(entities)

        when:
        apply(entities)

        then:
        LABELS.keySet().findAll { LabelOrder.holds(model.require("crm.$it"), model) } == LABELS.findAll { it.value[2] }.keySet()
        LABELS.keySet().findAll { indexes(it).contains("crm\$${it}\$name\$id\$ix" as String) } == LABELS.findAll { it.value[3] }.keySet()
    }

    def 'lines have no such index: they are reached through their parents'() {
        when:
        apply(order: [fields: [code: [type: 'text'], lines: [type: 'lines', of: 'crm.item']]],
            item: [label: 'name', fields: [order: [type: 'link', to: 'crm.order'], name: [type: 'text', max: 100]]])

        then:
        !indexes().contains(INDEX)
    }

    def 'a part of a record that is called by what its root holds uses the index of the root'() {
        given:
        def entities = [party: [label: 'name', fields: [name: [type: 'text', max: 100]]],
            item: [extends: 'crm.party', label: 'name', fields: [size: [type: 'integer']]]]
        def model = Entities.model(entities)

        when:
        apply(entities)

        then:
        LabelOrder.holds(model.require('crm.item'), model)
        indexes('party').contains('crm$party$name$id$ix')
        !indexes().contains(INDEX)
    }

    def 'an application of before gets the index while it runs, and once'() {
        given:
        apply(item: [features: [softDelete: true], fields: [name: [type: 'text', max: 100]], label: 'id'])
        sql.execute("""insert into main."crm\$item" (id, name, deleted_at)
            select uuidv7(), md5(i::text), case when i % 10 = 0 then now() end from generate_series(1, 5000) i""" as String)

        when:
        def now = [item: [features: [softDelete: true], fields: [name: [type: 'text', max: 100]], label: 'name']]
        def plan = apply(now)

        then:
        plan.steps().first().text() ==
            "create index $INDEX on crm\$item (name, id) where (deleted_at IS NULL), for lists sorted by name, while the site runs (5000 rows)"
        this.plan(now).empty

        when:
        sql.execute('analyze main."crm$item"')

        then: 'a page is read from the index alone, in both directions, and after a record'
        [['', 'name, id'], ['', 'name desc, id desc'], ["and (name, id) > ('5', '00000000-0000-7000-8000-000000000000')", 'name, id']].every { more, order ->
            def lines = sql.rows("""explain select id, name from main."crm\$item" where deleted_at is null $more order by $order limit 51""" as String)
                .collect { GroovyRowResult row -> row[0] as String }
            lines.any { it.contains(INDEX) } && lines.every { !it.contains('Sort') }
        }
    }

    def 'texts of old that are too long for an index keep nothing back: the index waits for them'() {
        given:
        apply(item: [label: 'id', fields: [name: [type: 'text']]])
        def random = new Random(7)
        def tooLong = (1..4000).collect { ('a'..'z')[random.nextInt(26)] + ('0'..'9')[random.nextInt(10)] }.join()
        insert('crm$item', [[name: 'short'], [name: tooLong]])
        def now = [item: [label: 'name', fields: [name: [type: 'text', max: 100]]]]

        when:
        def plan = apply(now)

        then:
        !indexes().contains(INDEX)
        plan.findings()*.code()*.id() == ['AR-634']

        when:
        sql.execute('update main."crm$item" set name = left(name, 50)')
        apply(now)

        then:
        indexes().contains(INDEX)
    }

    private Set<String> indexes(String entity = 'item') {
        sql.rows("select indexname from pg_indexes where schemaname = 'main' and tablename = ?", ['crm$' + entity])*.indexname as Set
    }
}
