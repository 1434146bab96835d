package io.armature.engine.schema

import org.postgresql.util.PSQLException

class RowRulesSpec extends SchemaSpec {
    private static Map model(Map more = [:], String... rules) {
        [item: [fields: [qty: [type: 'integer'], price: [type: 'decimal', digits: 2], kind: [type: 'choice', options: [a: 'A', b: "B's"]],
                         since: [type: 'date'], until: [type: 'date'], parent_item: [type: 'link', to: 'crm.item']] + more,
                constraints: rules.collect { [check: it, message: 'No'] }]]
    }

    private List<String> held() {
        sql.rows("select pg_get_constraintdef(oid) as d from pg_constraint where conrelid = 'main.\"crm\$item\"'::regclass and contype = 'c'")*.d
    }

    def 'PostgreSQL holds a rule about one row: #rule'() {
        when:
        apply(model(rule))

        then:
        held().size() == 1
        plan(model(rule)).empty

        when:
        insert('crm$item', [good])

        then:
        noExceptionThrown()

        when:
        sql.execute("delete from main.\"crm\$item\"")
        insert('crm$item', [bad])

        then:
        def refused = thrown(PSQLException)
        refused.SQLState == '23514'

        where:
        rule                                    | good                                              | bad
        'qty == null || price != null'          | [qty: 1, price: 2.0]                              | [qty: 1]
        'qty * 2 <= 10'                         | [qty: 5]                                          | [qty: 6]
        "kind != 'b' || qty > 0"                | [kind: 'b', qty: 1]                               | [kind: 'b', qty: 0]
        'since == null || until == null || since <= until' | [since: java.sql.Date.valueOf('2026-01-01')] | [since: java.sql.Date.valueOf('2026-01-02'), until: java.sql.Date.valueOf('2026-01-01')]
    }

    def 'what needs more than the row only the engine holds: #rule'() {
        when:
        apply(model(rule))

        then:
        held() == []
        plan(model(rule)).empty

        where:
        rule << ['parent_item.qty > 1', 'since <= today()', "hasRole('crm.boss') || qty > 1"]
    }

    def 'rows that break a new rule keep it waiting, and it comes when they are right'() {
        given:
        apply(model())
        insert('crm$item', [[qty: 1], [qty: 50]])

        when:
        apply(model('qty < 10'))

        then:
        held() == []

        when:
        sql.execute('update main."crm$item" set qty = 2 where qty = 50')
        apply(model('qty < 10'))

        then:
        held().size() == 1
        plan(model('qty < 10')).empty
    }

    def 'a rule goes on when its field gets another name'() {
        given:
        apply(model('qty < 10'))
        insert('crm$item', [[qty: 1]])
        def renamed = model([amount: [type: 'integer', renamedFrom: ['qty']]], 'amount < 10')
        renamed.item.fields.remove('qty')

        when:
        apply(renamed)

        then:
        held().size() == 1
        held().first().contains('amount')
        plan(renamed).empty
    }
}
