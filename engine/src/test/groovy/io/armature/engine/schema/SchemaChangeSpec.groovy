package io.armature.engine.schema

class SchemaChangeSpec extends SchemaSpec {
    def '#from becomes #to: #values become #expected'() {
        given:
        apply(item: [fields: [v: field(from)]])
        values.eachWithIndex { value, i ->
            sql.execute("insert into main.\"crm\$item\" (id, v) values ('${id(i + 1)}', $value)" as String)
        }

        when:
        def plan = apply(item: [fields: [v: field(to)]])

        then:
        this.values('crm$item', 'v')*.toString() == expected
        plan.steps()*.kind().contains('ChangeType') == inPlace
        plan.findings()*.code()*.id() == (lost ? ['AR-633'] : [])

        where:
        from      | to         | values                                            || expected                               | inPlace | lost
        'integer' | 'decimal'  | [1, 2]                                            || ['1', '2']                             | true    | false
        'decimal' | 'integer'  | [1, 20]                                           || ['1', '20']                            | true    | false
        'decimal' | 'integer'  | [1.5, 20]                                         || [null, '20']                         | false   | true
        'text'    | 'integer'  | ["'7'", "'-12'"]                                  || ['7', '-12']                           | true    | false
        'text'    | 'integer'  | ["'7'", "'007'", "'x'"]                           || ['7', null, null]                  | false   | true
        'text'    | 'decimal'  | ["'1.50'", "'-0.1'"]                              || ['1.50', '-0.1']                       | true    | false
        'text'    | 'date'     | ["'2024-02-29'", "'2023-12-31'"]                  || ['2024-02-29', '2023-12-31']           | true    | false
        'text'    | 'date'     | ["'2023-02-29'", "'2100-02-29'", "'2024-04-31'"]  || [null, null, null]               | false   | true
        'text'    | 'boolean'  | ["'true'", "'yes'"]                               || ['true', null]                       | false   | true
        'boolean' | 'text'     | ['true']                                          || ['true']                               | true    | false
        'text'    | 'choices'  | ["'a'"]                                           || ['{a}']                                | true    | false
        'choices' | 'text'     | ["'{a}'", "'{a,b}'"]                              || ['a', null]                          | false   | true
        'text'    | 'longText' | ["'a'"]                                           || ['a']                                  | false   | false
        'json'    | 'integer'  | ["'1'"]                                           || [null]                               | false   | true
        'boolean' | 'integer'  | ['true', 'false']                                 || ['1', '0']                             | true    | false
        'integer' | 'boolean'  | [1, 0]                                            || ['true', 'false']                      | true    | false
        'integer' | 'boolean'  | [1, 7]                                            || ['true', null]                         | false   | true
        'boolean' | 'decimal'  | ['true']                                          || ['1']                                  | true    | false
        'time'    | 'text'     | ["'09:30'"]                                       || ['09:30:00']                           | true    | false
        'time'    | 'text'     | ["'09:30:00.5'"]                                  || [null]                               | false   | true
        'text'    | 'time'     | ["'09:30:00'", "'noon'"]                          || ['09:30:00', null]                     | false   | true
    }

    def 'a text becomes a link by the key or the external id of what it names, and a text again'() {
        given:
        def country = [fields: [code: [type: 'text', unique: true, max: 2]]]
        def before = [country: country, town: [fields: [country: [type: 'text']]]]
        def after = [country: country, town: [fields: [country: [type: 'link', to: 'crm.country']]]]
        apply(before)
        insert('crm$country', [[code: 'FR', external_id: 'France'], [code: null, external_id: 'Italy']])
        insert('crm$town', [[country: 'FR'], [country: 'Italy'], [country: 'Atlantis'], [country: null]])

        when:
        def plan = apply(after)

        then:
        values('crm$town', 'country') == [id(1), id(2), null, null]
        plan.findings()*.toString()*.take(66) == ['crm$town.country AR-633 1 values of crm$town.country do not fit its new'.take(66)]
        this.plan(after).empty

        when: 'the text is a new column, not the one that was retired'
        apply(country: country, town: [fields: [land: [type: 'text', renamedFrom: ['country']]]])

        then:
        values('crm$town', 'land') == ['FR', 'Italy', 'Atlantis', null]
    }

    def 'a link becomes a text that says the key of what it led to'() {
        given:
        def country = [fields: [code: [type: 'text', unique: true, max: 2]]]
        apply(country: country, town: [fields: [country: [type: 'link', to: 'crm.country']]])
        insert('crm$country', [[code: 'FR'], [code: null, external_id: 'Italy'], [code: null]])
        insert('crm$town', [[country: id(1)], [country: id(2)], [country: id(3)]])

        when:
        def plan = apply(country: country, town: [fields: [country: [type: 'text']]])

        then:
        values('crm$town', 'country') == ['FR', 'Italy', null]
        plan.findings()*.code()*.id() == ['AR-633']
    }

    def 'a link that becomes a text where nobody can say the key is retired, and said to be'() {
        given:
        apply(country: [fields: [code: [type: 'text', unique: true, max: 2]]], town: [fields: [country: [type: 'link', to: 'crm.country']]])
        insert('crm$country', [[code: 'FR']])
        insert('crm$town', [[country: id(1)]])

        expect: 'the table of the other side goes by the same plan'
        apply(town: [fields: [country: [type: 'text']]]).findings()*.code()*.id() == ['AR-633']
    }

    def 'a rename keeps the rows, the indexes and the links'() {
        given:
        apply(country: [fields: [code: [type: 'text', unique: true, max: 2]]],
            town: [fields: [name: [type: 'text'], country: [type: 'link', to: 'crm.country']]])
        insert('crm$country', [[code: 'FR']])
        insert('crm$town', [[name: 'Lyon', country: id(1)]])

        when:
        def changed = [nation: [renamedFrom: ['country'], fields: [iso: [type: 'text', unique: true, max: 2, renamedFrom: ['code']]]],
            town: [fields: [name: [type: 'text'], nation: [type: 'link', to: 'crm.nation', renamedFrom: ['country']]]]]
        def plan = apply(changed)

        then:
        Golden.check('rename', plan)
        values('crm$nation', 'iso') == ['FR']
        values('crm$town', 'nation') == [id(1)]
        this.plan(changed).empty
    }

    def 'a new default fills the rows that are there; a required field without one waits'() {
        given:
        apply(item: [fields: [name: [type: 'text']]])
        insert('crm$item', [[name: 'a'], [name: null]])
        def changed = [item: [fields: [name: [type: 'text', required: true],
            state: [type: 'choice', options: [new: 'New'], default: 'new', required: true], due: [type: 'date', required: true]]]]

        when:
        def plan = apply(changed)

        then:
        values('crm$item', 'state') == ['new', 'new']
        plan.findings()*.toString()*.take(70) == [
            'crm$item.name AR-632 1 rows of crm$item have no name, which is required',
            'crm$item.due AR-632 2 rows of crm$item have no due, which is required:']*.take(70)

        when:
        sql.execute('update main."crm$item" set name = \'b\', due = now()')

        then:
        this.plan(changed).steps()*.text() ==
            ['require a value in crm$item.name (2 rows)', 'require a value in crm$item.due (2 rows)']
    }

    def 'a required column that comes is filled for a row that was written after the plan: #how, with #rows rows before'() {
        given: 'somebody who goes on writing by the model that there was'
        def without = [item: [fields: [name: [type: 'text']]]]
        def with = [item: [fields: [name: [type: 'text'], state: [type: 'choice', options: [new: 'New'], default: 'new', required: true]]]]
        if (how == 'it comes back') {
            apply(with)
            insert('crm$item', [[name: 'a', state: 'new']].take(rows))
            apply(without)
        } else {
            apply(without)
            insert('crm$item', [[name: 'a']].take(rows))
        }

        when:
        def plan = plan(with)
        sql.executeInsert('insert into main."crm$item" (id, name) values (?, ?)', [id(2), 'b'])
        applier.apply(plan)

        then:
        values('crm$item', 'state') == ['new'] * (rows + 1)
        this.plan(with).empty

        where:
        [how, rows] << [['it is new', 'it comes back'], [0, 1]].combinations()
    }

    def 'an entity that begins to share the record of another gives its records a row there'() {
        given:
        apply(party: [fields: [name: [type: 'text', required: true]]], shop: [fields: [code: [type: 'text']]])
        insert('crm$shop', [[code: 's', external_id: 'x']])

        when:
        def shared = [party: [fields: [name: [type: 'text', required: true]]], shop: [extends: 'crm.party', fields: [code: [type: 'text']]]]
        apply(shared)

        then:
        values('crm$party', 'id') == [id(1)]
        values('crm$party', 'external_id') == ['x']
        this.plan(shared).empty

        when: 'and ceases to'
        sql.execute('update main."crm$party" set version = 5')
        apply(party: [fields: [name: [type: 'text', required: true]]], shop: [fields: [code: [type: 'text']]])

        then:
        values('crm$shop', 'external_id') == ['x']
        values('crm$shop', 'code') == ['s']
    }

    def 'a stored formula is computed for the rows that are there, and again when it changes'() {
        given:
        apply(item: [fields: [qty: [type: 'integer'], price: [type: 'decimal']]])
        insert('crm$item', [[qty: 2, price: 1.5], [qty: 3, price: null]])

        when:
        apply(item: [fields: [qty: [type: 'integer'], price: [type: 'decimal'], total: [type: 'decimal', formula: 'qty * price', stored: true]]])

        then:
        values('crm$item', 'total') == [3.0, null]

        when:
        def changed = [item: [fields: [qty: [type: 'integer'], price: [type: 'decimal'], total: [type: 'decimal', formula: 'qty * price + 1', stored: true]]]]
        apply(changed)

        then:
        values('crm$item', 'total') == [4.0, null]
        this.plan(changed).empty
    }

    def 'what people wrote is kept when a stored formula takes a field over, and is there again when it no longer does'() {
        given:
        def plain = [item: [fields: [qty: [type: 'integer'], state: [type: 'choice', options: ['few', 'many', 'lost'], default: 'few', required: true]]]]
        def computed = [item: [fields: [qty: [type: 'integer'], state: [type: 'choice', options: ['few', 'many', 'lost'], formula: "qty > 5 ? 'many' : 'few'", stored: true]]]]
        apply(plain)
        insert('crm$item', [[qty: 1, state: 'lost'], [qty: 9, state: 'many']])

        when:
        def plan = apply(computed)

        then: 'the plan says so, and asks'
        plan.destructive()*.text() == ['retire column crm$item.state as _retired_state_1 (2 rows)']
        values('crm$item', 'state') == ['few', 'many']
        values('crm$item', '_retired_state_1') == ['lost', 'many']
        this.plan(computed).empty

        when: 'a record comes, and the formula goes'
        insert('crm$item', [[id: id(3), qty: 7, state: 'many']])
        apply(plain)

        then:
        values('crm$item', 'state') == ['lost', 'many', 'many']
        this.plan(plain).empty
    }

    def 'a field without values, or one that another formula computed, is computed in its place'() {
        given:
        apply(item: [fields: [qty: [type: 'integer'], state: [type: 'text']]])
        insert('crm$item', [[qty: 1]])

        expect:
        ["qty > 5 ? 'many' : 'few'", "qty > 0 ? 'many' : 'few'"].every { formula ->
            apply(item: [fields: [qty: [type: 'integer'], state: [type: 'text', formula: formula, stored: true]]]).destructive().empty
        }
        values('crm$item', 'state') == ['many']
    }

    def 'a table that we did not make is never touched'() {
        given:
        sql.execute('create table main."crm$item" (n int)')

        when:
        def plan = plan(item: [fields: [name: [type: 'text']]])

        then:
        plan.blocking()*.code()*.id() == ['AR-635']
        plan.steps()*.kind() == []
    }

    private static Map<String, Object> field(String type) {
        type == 'choices' ? [type: type, options: [a: 'A', b: 'B']] : [type: type]
    }
}
