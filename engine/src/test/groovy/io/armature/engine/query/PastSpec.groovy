package io.armature.engine.query

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.armature.engine.query.request.RecordQueryParser
import java.sql.Timestamp
import java.time.Instant

/** Records as they were: the rows are as they are now, the audit trail tells how they came to be so. */
class PastSpec extends ReadingSpec {
    static final UUID ORDER = UUID.fromString('00000000-0000-7000-8000-00000000000a')
    static final UUID LINE = UUID.fromString('00000000-0000-7000-8000-00000000000b')
    static final UUID PART = UUID.fromString('00000000-0000-7000-8000-00000000000c')
    static final UUID PARTY = UUID.fromString('00000000-0000-7000-8000-00000000000d')
    static final UUID TAG = UUID.fromString('00000000-0000-7000-8000-00000000000e')

    def setupSpec() {
        def day = { int n -> Timestamp.from(Instant.parse("2026-01-0${n}T12:00:00Z")) }
        insert('shop$tag', [id: TAG, name: 'red', created_at: day(1)])
        insert('shop$party', [id: PARTY, name: 'Ann Smith', version: 3L, created_at: day(1)])
        insert('shop$customer', [id: PARTY, credit_limit: 20g])
        insert('shop$order', [id: ORDER, number: 'O1', total: 30g, status: 'closed', version: 4L, created_at: day(2)])
        insert('shop$line', [id: LINE, order: ORDER, item: 'pen', qty: 3g, price: 10g, version: 2L, created_at: day(2), deleted_at: null])
        trail('shop.order', ORDER, 1, 'create', day(2), [number: [null, 'O1'], total: [null, 10.50g], status: [null, 'draft']])
        trail('shop.line', LINE, 1, 'create', day(2), [item: [null, 'pen'], qty: [null, 1g], price: [null, 10g], order: [null, ORDER]])
        trail('shop.part', PART, 1, 'create', day(2), [name: [null, 'cap'], shop_line_parts: [null, LINE], _position: [null, 1]])
        trail('shop.order', ORDER, 2, 'update', day(4), [total: [10.50g, 20g]])
        trail('shop.line', LINE, 2, 'update', day(4), [qty: [1g, 3g]])
        trail('shop.part', PART, 2, 'delete', day(4), [name: ['cap', null], shop_line_parts: [LINE, null]])
        trail('shop.order', ORDER, 3, 'delete', day(5), [deleted_at: [null, '2026-01-05T12:00:00Z']])
        trail('shop.order', ORDER, 4, 'restore', day(6), [deleted_at: ['2026-01-05T12:00:00Z', null], total: [20g, 30g], status: ['draft', 'closed']])
        trail('shop.customer', PARTY, 2, 'update', day(4), [name: ['Ann', 'Ann Smith'], credit_limit: [5g, 20g], tags: [[TAG], []]])
        trail('shop.party', PARTY, 3, 'update', day(6), [country: [null, null]])
    }

    private void trail(String entity, UUID record, int version, String action, Timestamp at, Map changes) {
        sql.execute('''insert into main."sys$audit" (id, at, entity, record, version, action, changes)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?::jsonb)''', [at, entity, record, version, action, JsonOutput.toJson(changes)])
    }

    def 'on day #day the order was #order'() {
        expect:
        list('shop.order', [fields: 'number,total,status,version,double', asOf: "2026-01-0${day}T13:00:00Z"]).data ==
            (order ? [[number: 'O1'] + order] : [])

        where:
        day || order
        1   || null
        2   || [total: 10.50g, status: 'draft', version: 1, double: 21.00g]
        3   || [total: 10.50g, status: 'draft', version: 1, double: 21.00g]
        4   || [total: 20g, status: 'draft', version: 2, double: 40g]
        5   || null
        6   || [total: 30g, status: 'closed', version: 4, double: 60g]
    }

    def 'lines, and what is gone for good, are as they were too'() {
        expect:
        list('shop.order', [fields: 'lines(qty,sum,parts(name))', asOf: '2026-01-03T00:00:00Z']).data ==
            [[lines: [[qty: 1g, sum: 10g, parts: [[name: 'cap']]]]]]
        list('shop.order', [fields: 'lines(qty,parts(name))', asOf: '2026-01-04T13:00:00Z']).data == [[lines: [[qty: 3g, parts: []]]]]
    }

    def 'a record in several tables is undone in each, whichever entity it was written through'() {
        expect:
        list('shop.customer', [fields: 'name,credit_limit,version,tags(name)', asOf: '2026-01-03T00:00:00Z']).data ==
            [[name: 'Ann', credit_limit: 5g, version: 1, tags: [[name: 'red']]]]
        list('shop.customer', [fields: 'name,version,tags(name)', asOf: '2026-01-05T00:00:00Z']).data == [[name: 'Ann Smith', version: 2, tags: []]]
    }

    def 'filters, sorts and groups see the past'() {
        expect:
        list('shop.order', [fields: 'number', filter: 'total < 11', asOf: '2026-01-03T00:00:00Z']).data == [[number: 'O1']]
        list('shop.order', [fields: 'number', filter: 'total < 11']).data == []
        list('shop.order', [measures: 'sum(total)', asOf: '2026-01-03T00:00:00Z']).data == [[sum_total: 10.50g]]
    }

    def 'one record is read as it was'() {
        given:
        def query = RecordQueryParser.ofUrlForOne('shop.order', [asOf: ['2026-01-03T00:00:00Z'], fields: ['total,lines(qty)']])

        expect:
        new JsonSlurper().parse(reader.one(context(), query, 'id', ORDER).get().json()) == [total: 10.50g, lines: [[qty: 1g]]]
    }

    def 'the history of a record tells who changed what, in words'() {
        when:
        def page = new JsonSlurper().parse(reader.history(context(), 'shop.order', ORDER, 2, Optional.empty())) as Map

        then:
        page.data*.version == [4, 3]
        page.data[0].action == 'restore'
        page.data[0].at == '2026-01-06T12:00:00Z'
        page.data[0].changes.find { it.field == 'status' } ==
            [field: 'status', title: 'Status', old: 'draft', new: 'closed', oldLabel: 'Draft', newLabel: 'Closed']
        page.data[0].changes.find { it.field == 'total' } ==
            [field: 'total', title: 'Total', old: 20g, new: 30g, oldLabel: null, newLabel: null]

        when:
        def rest = new JsonSlurper().parse(reader.history(context(), 'shop.order', ORDER, 2, Optional.of(page.page.next as String))) as Map

        then:
        rest.data*.version == [2, 1]
        rest.page.next == null
    }

    def 'the history names linked records'() {
        when:
        def page = new JsonSlurper().parse(reader.history(context(), 'shop.line', LINE, 10, Optional.empty())) as Map

        then:
        page.data.last().changes.find { it.field == 'order' } ==
            [field: 'order', title: 'Order', old: null, new: ORDER.toString(), oldLabel: null, newLabel: 'O1']
    }
}
