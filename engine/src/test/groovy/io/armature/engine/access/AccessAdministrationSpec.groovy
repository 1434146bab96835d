package io.armature.engine.access

import java.time.Instant
import java.time.temporal.ChronoUnit
import spock.lang.Shared

/** Shares, delegations, roles as documents, and why somebody may or may not, over REST. */
class AccessAdministrationSpec extends AccessSpecification {
    @Shared String north
    @Shared String south

    def setupSpec() {
        user('rep', ['sales.rep'])
        user('chief', ['sales.chief'])
        user('friend', ['sales.friend'])
        user('nobody', [])
        north = make('region', [code: 'N', name: 'North'])
        south = make('region', [code: 'S', name: 'South'])
    }

    String customer(Map values = [:]) {
        make('customer', [name: 'C', region: south, owner: ids.rep] + values)
    }

    static String later() {
        Instant.now().plus(1, ChronoUnit.DAYS).toString()
    }

    def 'a shared record is read by whom it is shared with, and by nobody else'() {
        given:
        def id = customer(name: 'Shared', credit_limit: 3)
        def other = customer()

        when:
        def share = people.chief.post("/api/sales/customer/$id/shares", [user: ids.nobody, until: later()])

        then:
        share.status == 201
        people.nobody.get("/api/sales/customer/$id").json.name == 'Shared'
        people.nobody.get("/api/sales/customer/$id").json['$hidden'].contains('credit_limit')
        names(people.nobody.get('/api/sales/customer')) == ['Shared']
        code(people.nobody.get("/api/sales/customer/$other")) == '404 AR-101'
        code(people.nobody.patch("/api/sales/customer/$id", [name: 'X'])) == '403 AR-302'
        people.chief.get("/api/sales/customer/$id/shares").json.data*.user == [ids.nobody]

        when:
        people.chief.delete("/api/sales/customer/$id/shares/${share.json.id}")

        then:
        code(people.nobody.get("/api/sales/customer/$id")) == '403 AR-302'
    }

    def 'a record shared to be written is written, but for what roles hide'() {
        given:
        def id = customer(credit_limit: 3)
        people.chief.post("/api/sales/customer/$id/shares", [user: ids.nobody, verb: 'write'])

        expect:
        people.nobody.patch("/api/sales/customer/$id", [name: 'Written']).status == 200
        code(people.nobody.patch("/api/sales/customer/$id", [credit_limit: 4])) == '403 AR-342'
        code(people.nobody.delete("/api/sales/customer/$id")) == '403 AR-302'
    }

    def 'only those who may share do'() {
        given:
        def mine = customer()
        def other = customer(owner: ids.chief)

        expect:
        code(people.rep.post("/api/sales/customer/$mine/shares", [user: ids.nobody])) == '403 AR-341'
        code(people.rep.post("/api/sales/customer/$other/shares", [user: ids.nobody])) == '404 AR-101'
        people.chief.post("/api/sales/customer/$mine/shares", [user: ids.nobody, until: '2020-01-01']).status == 422
        people.chief.post("/api/sales/customer/$mine/shares", [user: south]).status == 422
        people.chief.post("/api/sales/customer/$mine/shares", [:]).status == 422
    }

    def 'nobody passes on what was shared with him or lent to him: it would outlast its end'() {
        given:
        assert admin.put('/api/access/roles/sales.giver', [title: 'Giver', grants: ['sales.customer': [read: 'owner == user.id', update: 'owner == user.id', share: true]]]).status == 200
        user('giver', ['sales.giver'])
        def own = customer(owner: ids.giver)
        def shared = customer()
        def lent = customer()
        def share = { who, id, Map more = [:] -> code(people[who].post("/api/sales/customer/$id/shares", [user: ids.nobody] + more)) }
        people.chief.post("/api/sales/customer/$shared/shares", [user: ids.giver, verb: 'write', until: later()])
        def loan = people.rep.post('/api/access/delegations', [delegate: ids.giver, until: later()]).json.id

        expect: 'he reads all three'
        [own, shared, lent].every { people.giver.get("/api/sales/customer/$it").status == 200 }

        and:
        share('giver', own, [verb: 'write']) == '201 null'
        share('giver', shared) == '403 AR-341'
        share('giver', shared, [user: ids.giver, verb: 'write']) == '403 AR-341'
        share('giver', lent) == '403 AR-341'

        cleanup:
        people.rep.delete("/api/access/delegations/$loan")
        admin.delete('/api/access/roles/sales.giver')
    }

    def 'who lends his rights to another is read through his eyes'() {
        given:
        def mine = customer(name: 'Lent')

        when:
        def lent = people.rep.post('/api/access/delegations', [delegate: ids.friend, until: later()])

        then:
        lent.status == 201
        people.friend.get("/api/sales/customer/$mine").json.name == 'Lent'
        people.friend.patch("/api/sales/customer/$mine", [name: 'By a friend']).status == 200
        code(people.friend.post('/api/access/delegations', [delegator: ids.rep, delegate: ids.nobody, until: later()])) == '403 AR-302'

        when:
        people.rep.delete("/api/access/delegations/${lent.json.id}")

        then:
        code(people.friend.get("/api/sales/customer/$mine")) == '403 AR-302'
    }

    def 'a role is a document: read, changed, in force at once, and reset'() {
        given:
        def mine = customer(credit_limit: 9)
        def document = admin.get('/api/access/roles/sales.rep').json as Map

        expect:
        document.grants.customer.hidden == ['credit_limit']
        code(people.rep.get('/api/access/roles/sales.rep')) == '403 AR-302'

        when:
        document.grants.customer.remove('hidden')
        def put = admin.put('/api/access/roles/sales.rep', document)

        then:
        put.status == 200
        people.rep.get("/api/sales/customer/$mine").json.credit_limit == 9
        admin.get('/api/access/roles').json.data.find { it.name == 'sales.rep' }.changed

        when:
        admin.delete('/api/access/roles/sales.rep')

        then:
        people.rep.get("/api/sales/customer/$mine").json.credit_limit == null
    }

    private List<Map> trail(String action) {
        admin.get("/api/sys/audit?sort=-at&limit=50&filter=" + URLEncoder.encode("action == '$action'", 'UTF-8')).json.data as List<Map>
    }

    def 'the trail tells what a role was and what it is'() {
        when:
        admin.put('/api/access/roles/sales.noted', [title: 'Noted', grants: ['sales.tag': [read: true]]])
        admin.put('/api/access/roles/sales.noted', [title: 'Noted', grants: ['sales.tag': [read: '!hush']]])
        admin.delete('/api/access/roles/sales.noted')
        def missing = admin.delete('/api/access/roles/sales.n%22oted')
        def entries = trail('permission').findAll { it.details.role == 'sales.noted' }

        then:
        missing.status == 404
        entries*.details*.change == ['reset', 'put', 'put']
        entries*.changes.collect { it.document.collect { one -> one?.grants?.get('sales.tag')?.read } } == [['!hush', null], [true, '!hush'], [null, true]]
        trail('permission').every { it.details.role != 'sales.n"oted' }
    }

    def 'the trail tells with whom a record was shared, who lends to whom, and of no ending that was none'() {
        given:
        def id = customer(name: 'Told')

        when:
        def share = people.chief.post("/api/sales/customer/$id/shares", [user: ids.nobody, verb: 'write', until: later()]).json.id
        people.chief.delete("/api/sales/customer/$id/shares/$share")

        then:
        def shared = trail('share').first().details
        [shared.user, shared.verb, shared.share] == [ids.nobody, 'write', share]
        shared.until != null
        trail('unshare').first().details.share == share

        when:
        def before = trail('delegation').size()
        def lent = people.rep.post('/api/access/delegations', [delegate: ids.friend, until: later(), reason: 'Holiday']).json.id
        people.nobody.delete("/api/access/delegations/$lent")
        people.nobody.delete("/api/access/delegations/${UUID.randomUUID()}")
        people.rep.delete("/api/access/delegations/$lent")
        def entries = trail('delegation')

        then:
        entries.size() == before + 2
        entries.take(2)*.details*.change == ['end', 'lend']
        def said = entries[1].changes
        [said.delegator, said.delegate, said.reason] == [[null, ids.rep], [null, ids.friend], [null, 'Holiday']]
        entries[0].changes.delegator == [ids.rep, null]
    }

    def 'a role for visitors is theirs as long as administrators leave it so'() {
        given:
        def visitor = server.caller
        make('tag', [name: 'For all'])

        expect:
        visitor.get('/api/sales/tag').status == 401
        admin.put('/api/access/roles/sales.guest', [title: 'Guest', visitors: true, grants: ['sales.tag': [read: true]]]).status == 200
        visitor.get('/api/sales/tag').json.data*.name.contains('For all')
        admin.put('/api/access/roles/sales.guest', [title: 'Guest', visitors: false, grants: ['sales.tag': [read: true]]]).status == 200
        visitor.get('/api/sales/tag').status == 401
    }

    def 'a role of no pack is made and given'() {
        expect:
        code(people.friend.get('/api/sales/tag')) == '403 AR-302'
        admin.put('/api/access/roles/sales.friend', [title: 'Friend', grants: ['sales.tag': [read: true]]]).status == 200
        people.friend.get('/api/sales/tag').status == 200
    }

    def 'a role that means nothing is refused with what is wrong'() {
        when:
        def answer = admin.put('/api/access/roles/sales.odd', [title: 'Odd', grants: ['sales.customer': [read: 'no_field == 1', hidden: ['nothing']]]])

        then:
        answer.status == 422
        answer.json.errors*.code as Set == ['AR-232', 'AR-211'] as Set
    }

    def 'explains rule by rule'() {
        given:
        def mine = customer()
        def other = customer(owner: ids.chief)

        when:
        def why = admin.get("/api/access/explain?entity=sales.customer&id=$other&user=rep").json

        then:
        why.rights.read.allowed == 'no'
        why.rights.read.rules*.role == ['sales.rep']
        why.rights.read.rules[0].outcome == 'no'
        why.rights.read.rules[0].values == [owner: ids.chief, 'region.code': 'S', 'user.id': ids.rep]
        why.rights.import.rolesThatMay == ['sales.chief']
        why.fields.credit_limit.because == [[role: 'sales.rep', effect: 'hidden']]

        and:
        people.rep.get("/api/access/explain?entity=sales.customer&id=$mine").json.rights.update.allowed == 'yes'
        people.rep.get('/api/access/explain?entity=sales.customer').json.rights.update.allowed == 'depends'
        code(people.rep.get("/api/access/explain?entity=sales.customer&id=$other")) == '404 AR-101'
        code(people.rep.get("/api/access/explain?entity=sales.customer&id=$mine&user=chief")) == '403 AR-302'
    }

    def 'lists who may see and change a record'() {
        given:
        def mine = customer()

        when:
        def who = admin.get("/api/access/who?entity=sales.customer&id=$mine").json.data.collectEntries { [it.username, it] }

        then:
        who.keySet() == ['admin', 'chief', 'rep'] as Set
        who.rep.read && who.rep.update && who.rep.delete && !who.rep.share
        code(people.rep.get("/api/access/who?entity=sales.customer&id=$mine")) == '403 AR-302'
    }

    def 'tells what a draft of roles would change before it counts'() {
        given:
        def before = people.rep.get('/api/sales/customer?count=exact').json.page.count as int
        def all = admin.get('/api/sales/customer?count=exact').json.page.count as int
        def draft = admin.get('/api/access/roles/sales.rep').json as Map
        draft.grants.customer.read = true

        when:
        def changes = admin.post('/api/access/diff', [roles: ['sales.rep': draft]]).json.data

        then:
        with(changes.find { it.username == 'rep' && it.entity == 'sales.customer' && it.verb == 'read' }) {
            gained == all - before
            lost == 0
        }
        people.rep.get('/api/sales/customer?count=exact').json.page.count == before
    }

    def 'a draft of roles takes away nothing that is shared or lent'() {
        given:
        def id = customer(name: 'Kept')
        people.chief.post("/api/sales/customer/$id/shares", [user: ids.nobody])
        def draft = admin.get('/api/access/roles/sales.north').json as Map
        draft.grants.customer.read = false

        expect:
        admin.post('/api/access/diff', [roles: ['sales.north': draft]]).json.data.findAll { it.username == 'nobody' } == []
    }

    def 'who sees less of a record has another tag for it, which his rights do not outlive'() {
        given:
        def place = "/api/sales/customer/${customer(credit_limit: 9)}"
        def whole = admin.get(place).header('ETag')
        def part = people.rep.get(place).header('ETag')
        def document = admin.get('/api/access/roles/sales.rep').json as Map

        expect:
        whole == '"1"'
        part ==~ /"1-[0-9a-f]{16}"/
        people.rep.with('If-None-Match': part).get(place).status == 304
        people.rep.with('If-None-Match': whole).get(place).status == 200
        admin.with('If-None-Match': part).get(place).status == 200
        people.rep.get(place).headers('Vary').join(',').containsIgnoreCase('authorization')

        when: 'his role shows more'
        document.grants.customer.remove('hidden')
        admin.put('/api/access/roles/sales.rep', document)
        def more = people.rep.with('If-None-Match': part).get(place)

        then:
        more.status == 200
        more.json.credit_limit == 9

        when: 'and less again'
        admin.delete('/api/access/roles/sales.rep')

        then:
        with(people.rep.with('If-None-Match': more.header('ETag')).get(place)) { status == 200 && json.credit_limit == null }

        and: 'it names the version for a write'
        people.rep.with('If-Match': part).patch(place, [name: 'Tagged']).status == 200
        people.rep.with('If-Match': part).patch(place, [name: 'Again']).status == 412
    }

    def 'what other records say of a record is kept by no browser'() {
        given:
        def place = "/api/sales/customer/${customer()}"

        expect:
        with(admin.get(place)) { header('ETag') == '"1"' && header('Cache-Control') == 'private, no-store' }
        with(admin.get("$place?fields=name,status")) { header('ETag') == '"1"' && header('Cache-Control') == 'private, no-cache' }
    }
}
