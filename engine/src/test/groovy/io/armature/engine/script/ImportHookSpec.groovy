package io.armature.engine.script

import groovy.json.JsonOutput
import io.armature.engine.testing.Answer
import spock.util.concurrent.PollingConditions

/** Functions that imports name. */
class ImportHookSpec extends HookSpecification {
    def setupSpec() {
        assert installBy(administrator, 'intake', [
            'entities/order.yaml': '''
                label: name
                key: [name]
                fields:
                  name:  { type: text, required: true, unique: true }
                  price: { type: decimal }
                ''',
            'entities/shelf.yaml': 'label: name\nfields:\n  name: { type: text }\n',
            'hooks/order.js'     : '''
                export default {
                  import: {
                    orders(row, ctx) {
                      if (row.title === 'Total') return null
                      if (row.title === 'refused') ctx.refuse('Not this one', 'name')
                      if (row.title === 'odd') return 7
                      if (row.title === 'other') ctx.db.create('intake.order', { name: 'made beside' })
                      return { name: row.title ?? row.name, price: row.gross && Decimal(row.gross).div('1.2').round(2) }
                    },
                  },
                }
                ''',
        ], [], '').status == 200
    }

    private Answer take(String query, Object rows) {
        administrator.post("/api/intake/order/import?format=json&$query", JsonOutput.toJson(rows))
    }

    private List<Map> orders() {
        administrator.get('/api/intake/order?fields=name,price&sort=name').json['data'] as List<Map>
    }

    def 'a function makes of each row what is taken in, leaves rows out and refuses them'() {
        when:
        def tried = take('hook=orders&dryRun=true', [[title: 'Pen', gross: '1.20'], [title: 'Total'], [title: 'other']])

        then:
        with(tried.json) { rows == 3 && created == 2 && unchanged == 1 && refused == 0 && !kept }
        orders() == []

        when:
        def refused = take('hook=intake.orders&partial=true', [[title: 'Pen', gross: '1.20'], [title: 'refused'], [title: 'odd'], [title: 'Total'], [title: 'other']])

        then:
        with(refused.json) {
            rows == 5 && created == 2 && unchanged == 1 && it.refused == 2 && kept
            errors*.row == [2, 3]
            errors[0].errors[0].message == 'Not this one'
            errors[1].errors[0].code == 'AR-402'
        }
        orders() == [[name: 'Pen', price: 1.00], [name: 'made beside', price: null], [name: 'other', price: null]]

        when: 'a table has the names of fields'
        def table = administrator.with('Content-Type': 'text/csv').call('POST', '/api/intake/order/import?hook=orders', 'name\nInk\n')

        then:
        table.json.created == 1
    }

    def 'whoever imports a file is told which functions there are for its rows, in the background too'() {
        given:
        def file = administrator.with('Content-Type': 'application/octet-stream').call('POST', '/api/files?name=list.csv', 'Name\nLamp\nTotal\n'.bytes).json.id
        def soon = new PollingConditions(timeout: 20)

        expect:
        administrator.post('/api/intake/order/imports/preview', [file: file, format: 'csv']).json.hooks == ['intake.orders']
        administrator.post('/api/intake/shelf/imports/preview', [file: file, format: 'csv']).json.hooks == []

        when:
        def begun = administrator.post('/api/intake/order/imports', [file: file, format: 'csv', columns: [Name: 'name'], hook: 'intake.orders'])

        then:
        begun.status == 202
        soon.eventually {
            def run = administrator.get("/api/imports/${begun.json.id}").json
            assert [run.status, run.created, run.order.hook] == ['done', 2, 'intake.orders']
        }

        when:
        def unknown = administrator.post('/api/intake/order/imports', [file: file, format: 'csv', columns: [Name: 'name'], hook: 'lost'])

        then:
        [unknown.status, unknown.json.code] == [422, 'AR-520']
    }

    def 'a function that is not there is told of, before anything is read'() {
        expect:
        with(take("hook=$name", [[title: 'Pen']])) {
            status == 422
            json.code == 'AR-520'
            text.contains(told)
        }

        where:
        name           | told
        'order'        | 'import.order'
        'nowhere.take' | 'nowhere'
    }
}
