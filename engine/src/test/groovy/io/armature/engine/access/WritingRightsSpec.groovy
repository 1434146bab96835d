package io.armature.engine.access

import io.armature.engine.testing.Answer
import spock.lang.Shared

/** What people with roles write, over REST. */
class WritingRightsSpec extends AccessSpecification {
    @Shared String north
    @Shared String south
    @Shared String loud
    @Shared String hushed

    def setupSpec() {
        user('rep', ['sales.rep'])
        user('chief', ['sales.chief'])
        user('north', ['sales.north'])
        user('nobody', [])
        north = make('region', [code: 'N', name: 'North', boss: ids.chief])
        south = make('region', [code: 'S', name: 'South'])
        loud = make('tag', [name: 'loud'])
        hushed = make('tag', [name: 'hushed', hush: true])
    }

    String customer(Map values = [:]) {
        make('customer', [name: 'C', region: south, owner: ids.rep] + values)
    }

    Map stored(String id) {
        admin.get("/api/sales/customer/$id").json as Map
    }

    /** Status, code, and codes with paths. */
    static String refusal(Answer answer) {
        def errors = answer.json['errors'].collect { "${it['code']} ${it['path']}" }
        ([code(answer)] + errors.findAll { !it.endsWith(' ') }).join(', ')
    }

    def 'nothing is written unless a role grants it'() {
        given:
        def id = customer()

        expect:
        code(people.nobody.post('/api/sales/customer', [name: 'X'])) == '403 AR-302'
        code(people.nobody.patch("/api/sales/customer/$id", [name: 'X'])) == '403 AR-302'
        code(people.nobody.delete("/api/sales/customer/$id")) == '403 AR-302'
        code(people.nobody.post('/api/sales/customer/import?format=json', '[]')) == '403 AR-302'
        code(people.north.patch("/api/sales/customer/$id", [name: 'X'])) == '403 AR-302'
        stored(id).name == 'C'
    }

    def 'a record that may not be read is not there, whatever version is named'() {
        given:
        def id = customer(owner: ids.chief)

        expect:
        code(people.rep.patch("/api/sales/customer/$id", [name: 'X'])) == '404 AR-101'
        code(people.rep.patch("/api/sales/customer/$id", [name: 'X', version: 99])) == '404 AR-101'
        code(people.rep.with('If-Match': '"99"').delete("/api/sales/customer/$id")) == '404 AR-101'
        code(people.rep.post("/api/sales/customer/batch", [delete: [id]])) == '404 AR-101'
    }

    def 'a record that may be read and not changed says so'() {
        given:
        def id = customer(owner: ids.chief, region: north)

        expect:
        refusal(people.rep.patch("/api/sales/customer/$id", [name: 'X'])) == '403 AR-341'
        refusal(people.rep.delete("/api/sales/customer/$id")) == '403 AR-341'
        people.rep.post('/api/sales/customer/batch', [atomic: false, update: [[id: id, name: 'X']]]).json.results*.status == [403]
        stored(id).name == 'C'
    }

    def 'a condition must hold before and after'() {
        given:
        def mine = customer()
        def active = customer(status: 'active')

        expect:
        people.rep.patch("/api/sales/customer/$mine", [name: 'Y']).status == 200
        refusal(people.rep.delete("/api/sales/customer/$active")) == '403 AR-341'
        people.rep.delete("/api/sales/customer/$mine").status == 204
    }

    def 'nobody gives away or takes a record without the right to assign'() {
        given:
        def mine = customer()

        expect:
        refusal(people.rep.patch("/api/sales/customer/$mine", [owner: ids.chief])) == '403 AR-341, AR-342 owner'
        refusal(people.rep.post('/api/sales/customer', [name: 'X', owner: ids.chief])).contains('AR-342 owner')
        people.rep.post('/api/sales/customer', [name: 'X', owner: ids.rep]).status == 201
        people.chief.patch("/api/sales/customer/$mine", [owner: ids.chief]).status == 200
        stored(mine).owner == ids.chief
    }

    def 'what is computed or the system\'s own is not set'() {
        given:
        def mine = customer()
        def before = stored(mine)

        expect:
        people.rep.patch("/api/sales/customer/$mine", values).status >= 400
        stored(mine) == before

        where:
        values << [[created_by: '00000000-0000-0000-0000-000000000000'], [created_at: '2020-01-01T00:00:00Z'], [double_limit: 7], [region_name: 'x'], [id: '01890a5d-0000-7000-8000-000000000001'], [version: 77]]
    }

    def 'fields that are hidden, masked or read-only for the caller are refused: #values'() {
        given:
        def mine = customer(credit_limit: 5, email: 'anna@example.com')

        expect:
        refusal(people.rep.patch("/api/sales/customer/$mine", values)) == "403 AR-342, AR-342 ${values.keySet().first()}"
        stored(mine).credit_limit == 5

        where:
        values << [[credit_limit: 6], [credit_limit: 5], [email: 'x@example.com'], [email: 'anna@example.com'], [status: 'active']]
    }

    def 'what was read may be sent back unchanged'() {
        given:
        def mine = customer(credit_limit: 5, email: 'anna@example.com')

        expect:
        people.rep.patch("/api/sales/customer/$mine", [status: 'lead', name: 'Z']).status == 200
    }

    def 'a whole representation leaves what the caller does not see'() {
        given:
        def mine = customer(credit_limit: 5, email: 'anna@example.com', tags: [loud, hushed])

        and:
        def unseen = [hushed]

        when:
        def answer = people.rep.put("/api/sales/customer/$mine", [name: 'W', region: null, tags: []])

        then:
        answer.status == 200
        with(stored(mine)) {
            name == 'W'
            credit_limit == 5
            email == 'anna@example.com'
            status == 'lead'
            tags == unseen
        }
    }

    def 'a new record holds no field that its maker may not set'() {
        expect:
        refusal(people.rep.post('/api/sales/customer', [name: 'N', credit_limit: 1])) == '403 AR-342, AR-342 credit_limit'
        people.rep.post('/api/sales/customer', [name: 'N', tags: [loud]]).status == 201
    }

    def 'a link leads only to what the caller may read, and is refused like one that leads nowhere'() {
        given:
        def mine = customer()
        def nowhere = '01890a5d-0000-7000-8000-0000000000ff'

        expect:
        refusal(people.chief.patch("/api/sales/customer/$mine", [region: south])) == refusal(people.chief.patch("/api/sales/customer/$mine", [region: nowhere])) ||
            stored(mine).region == south
        refusal(people.rep.patch("/api/sales/customer/$mine", [tags: [hushed]])) == refusal(people.rep.patch("/api/sales/customer/$mine", [tags: [nowhere]]))
        refusal(people.rep.post('/api/sales/order', [number: 'Q', customer: customer(owner: ids.chief)])) == '422 AR-407, AR-407 customer'
        refusal(people.rep.patch("/api/sales/customer/$mine", [region: [code: 'N']])) == refusal(people.rep.patch("/api/sales/customer/$mine", [region: [code: 'ZZ']]))
        people.rep.post('/api/sales/order', [number: 'Q', customer: mine]).status == 201
    }

    def 'lines are written by those who may change their parents'() {
        given:
        def mine = customer(contacts: [[name: 'Zoe']])
        def other = customer(owner: ids.chief, region: north, contacts: [[name: 'Yan']])
        def line = stored(mine).contacts[0].id
        def foreign = stored(other).contacts[0].id

        expect:
        people.rep.patch("/api/sales/customer/$mine", [contacts: [[id: line, name: 'Zoé'], [name: 'New']]]).status == 200
        people.rep.patch("/api/sales/contact/$line", [name: 'Zo']).status == 200
        refusal(people.rep.patch("/api/sales/contact/$foreign", [name: 'Zo'])) == '403 AR-341'
        refusal(people.rep.patch("/api/sales/contact/$line", [customer: other])) == '403 AR-341'
        people.rep.patch("/api/sales/customer/$mine", [contacts: [[id: foreign, name: 'Mine now']]]).status == 422
        refusal(people.rep.post('/api/sales/contact', [name: 'Into', customer: other])) == '403 AR-341'
        refusal(people.rep.delete("/api/sales/contact/$foreign")) == '403 AR-341'
    }

    def 'a dry run is refused like the run'() {
        given:
        def id = customer(owner: ids.chief, region: north)
        def dry = people.rep.with(Prefer: 'tx=rollback')

        expect:
        code(dry.patch("/api/sales/customer/$id", [name: 'X'])) == '403 AR-341'
        code(dry.post('/api/sales/customer', [name: 'X', credit_limit: 1])) == '403 AR-342'
        dry.post('/api/sales/customer', [name: 'X']).status == 201
    }

    def 'imports need a right of their own and keep all others'() {
        expect:
        code(people.rep.post('/api/sales/customer/import?format=json', '[{"name": "I"}]')) == '403 AR-302'
        people.chief.post('/api/sales/customer/import?format=json', '[{"name": "I"}]').json.created == 1
    }

    def 'a foreign key of a record that may not be read neither shows nor changes it'() {
        given:
        customer(owner: ids.chief, external_id: 'X-1')

        expect:
        code(people.rep.get('/api/sales/customer/by/external_id/X-1')) == '404 AR-101'
        people.rep.put('/api/sales/customer/by/external_id/X-1', [name: 'Taken']).status in [403, 404, 409]
        admin.get('/api/sales/customer/by/external_id/X-1').json.name == 'C'
    }

    def 'an answer to a writer holds what he may read'() {
        when:
        def answer = people.rep.post('/api/sales/customer', [name: 'A'])

        then:
        answer.json['$hidden'].contains('credit_limit')
    }

    def 'who may not make records learns by no upsert which ones there are'() {
        given:
        admin.put('/api/access/roles/sales.mender', [title: 'Mender', grants: ['sales.customer': [read: 'owner == user.id', update: 'owner == user.id']]])
        user('mender', ['sales.mender'])
        customer(owner: ids.chief, external_id: 'H-1')
        def answer = { String key ->
            def given = people.mender.put("/api/sales/customer/by/external_id/$key", [name: 'X'])
            [given.status, given.text.replace(key, '').replaceAll(/"requestId":"[^"]*"|"instance":"[^"]*"/, '')]
        }

        expect:
        answer('H-1') == answer('H-2')
    }

    /** A role that makes and sees its own customers, none of those that are there already. */
    private void owner() {
        assert admin.put('/api/access/roles/sales.owner', [title: 'Owner', grants: ['sales.customer': [read: 'owner == user.id', create: true, update: 'owner == user.id', import: true], 'sales.region': [read: "code == 'mine'", create: true, update: true, delete: true, import: true]]]).status == 200
        user('owner', ['sales.owner'])
    }

    def 'a clash with a record that may not be read tells that there is one, and no more: #way'() {
        given:
        owner()
        def hidden = make('region', [code: "H-$way".toString(), name: 'Hidden', external_id: "E-$way".toString()])
        def answer = write(people.owner, way)

        expect: 'the value that was sent comes back, nothing of the record that has it'
        answer.text.contains('AR-408')
        !answer.text.contains(hidden)
        !answer.text.contains('Hidden')
        admin.get("/api/sales/region/$hidden").json.name == 'Hidden'

        where:
        way << ['create', 'external', 'batch', 'partial', 'import', 'keyed']
    }

    private static Answer write(io.armature.engine.testing.Caller who, String way) {
        def row = [code: "H-$way".toString(), name: 'Mine']
        switch (way) {
            case 'external': return who.put("/api/sales/region/by/external_id/E-$way", [code: 'other', name: 'Mine'])
            case 'batch': return who.post('/api/sales/region/batch', [create: [row]])
            case 'partial': return who.post('/api/sales/region/batch', [create: [row], atomic: false])
            case 'import': return who.post('/api/sales/region/import?format=json&partial=true', groovy.json.JsonOutput.toJson([row]))
            case 'keyed': return who.post('/api/sales/region/import?format=json&partial=true&key=code', groovy.json.JsonOutput.toJson([row]))
            default: return who.post('/api/sales/region', row)
        }
    }

    def 'a record that is linked to by what may not be seen stays, without a word of that'() {
        given:
        owner()
        admin.put('/api/access/roles/sales.owner', [title: 'Owner', grants: ['sales.region': [read: true, create: true, delete: true]]])
        def used = make('region', [code: 'used', name: 'Used'])
        customer(region: used)

        when:
        def answer = people.owner.delete("/api/sales/region/$used")

        then:
        code(answer) == '409 AR-371'
        !answer.text.contains('customer')
        code(admin.delete("/api/sales/region/$used")) == '409 AR-412'

        cleanup:
        admin.delete('/api/access/roles/sales.owner')
    }

    def 'what is imported is what its importer may import, record by record'() {
        given:
        assert admin.put('/api/access/roles/sales.taker', [title: 'Taker', grants: ['sales.region': [read: true, create: true, update: true, import: "name != 'Closed'"]]]).status == 200
        user('taker', ['sales.taker'])
        make('region', [code: 'T1', name: 'Closed'])
        make('region', [code: 'T2', name: 'Open'])

        when:
        def report = people.taker.post('/api/sales/region/import?format=json&partial=true&key=code', groovy.json.JsonOutput.toJson([[code: 'T1', name: 'X'], [code: 'T2', name: 'Y'], [code: 'T3', name: 'Closed'], [code: 'T4', name: 'Z']])).json

        then:
        [report.created, report.updated, report.refused] == [1, 1, 2]
        people.taker.patch("/api/sales/region/${admin.get("/api/sales/region?filter=code=='T1'").json.data[0].id}", [name: 'Closed!']).status == 200
    }
}
