package io.armature.engine.stream

import groovy.sql.Sql
import io.armature.engine.access.AccessSpecification
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** What people hear in `GET /api/stream`. */
class StreamSpec extends AccessSpecification {
    static final PollingConditions SOON = new PollingConditions(timeout: 20, delay: 0.02)
    @Shared @AutoCleanup TestServer second = new TestServer(server.database)
    @Shared Sql sql = new Sql(server.database)
    @Shared String north
    List<StreamListener> listeners = []

    def setupSpec() {
        user('rep', ['sales.rep'])
        user('other', ['sales.rep'])
        user('chief', ['sales.chief'])
        user('nobody')
        north = make('region', [code: 'N', name: 'North'])
    }

    def cleanup() {
        listeners*.close()
    }

    private StreamListener listen(Caller who, String query = '', Map<String, String> headers = [:], TestServer at = server) {
        def listener = new StreamListener(at.server.address(), who.headers + headers, query)
        listeners << listener
        if (listener.status == 200) {
            SOON.eventually { assert listener.ready }
        }
        listener
    }

    /** Waits until everything that happened so far was told to somebody who hears everything. */
    private void settle(StreamListener all) {
        def last = make('tag', [name: 'last'])
        SOON.eventually { assert all.events.any { it.record == last } }
    }

    def 'a stream tells of records that the listener may read, and only of those'() {
        given:
        def all = listen(admin)
        def (rep, other, chief, nobody) = ['rep', 'other', 'chief', 'nobody'].collect { listen(people[it]) }

        when:
        def mine = make('customer', [name: 'Mine', owner: ids.rep])
        def theirs = make('customer', [name: 'Theirs', owner: ids.other])
        def northern = make('customer', [name: 'Northern', region: north])
        def hidden = make('customer', [name: 'Hidden'])
        def quiet = make('tag', [name: 'quiet', hush: true])
        def loud = make('tag', [name: 'loud'])

        then:
        SOON.eventually {
            assert all.events*.record.containsAll([mine, theirs, northern, hidden, quiet, loud])
            assert rep.events*.record.findAll { it != null } == [mine, northern, loud]
            assert other.events*.record == [theirs, northern, loud]
            assert chief.events*.record.containsAll([mine, theirs, northern, hidden, quiet, loud])
        }
        nobody.events.empty

        when: 'everything before was told'
        settle(all)

        then:
        !rep.events*.record.any { it in [theirs, hidden, quiet] }
        nobody.events.empty
    }

    def 'an event says what happened to which record by whom, and names the fields that the listener sees'() {
        given:
        def chief = listen(people.chief)
        def rep = listen(people.rep)

        when:
        def id = make('customer', [name: 'Mine', owner: ids.rep, credit_limit: 7, email: 'a@b.example'])
        admin.patch("/api/sales/customer/$id", [credit_limit: 8, phone: '+33123456789', status: 'active'])

        then:
        SOON.eventually {
            assert rep.events.count { it.record == id } == 2
            assert chief.events.count { it.record == id } == 2
        }
        with(chief.events.findAll { it.record == id }[1]) {
            event == 'sales.customer.updated'
            entity == 'sales.customer'
            version == 2
            (fields as Set).containsAll(['credit_limit', 'phone', 'status'])
        }
        with(rep.events.findAll { it.record == id }) {
            every { !it.fields.contains('credit_limit') && !it.fields.contains('email') && !it.fields.contains('phone') }
            it[1].fields.contains('status')
            !it.toString().contains('+33')
        }
    }

    def 'a listener chooses events by name: #query'() {
        given:
        def all = listen(admin)
        def some = listen(admin, query)

        when:
        def customer = make('customer', [name: 'One'])
        admin.patch("/api/sales/customer/$customer", [name: 'Two'])
        make('tag', [name: 'x'])
        settle(all)

        then:
        SOON.eventually { assert (some.events*.event as Set) == heard as Set }

        where:
        query                                                     || heard
        '?events=sales.customer.*'                                || ['sales.customer.created', 'sales.customer.updated']
        '?events=sales.customer.updated'                          || ['sales.customer.updated']
        '?events=*.*.created'                                     || ['sales.customer.created', 'sales.tag.created']
        '?events=sales.tag.created,%20sales.customer.updated'     || ['sales.customer.updated', 'sales.tag.created']
        '?events=*'                                               || ['sales.customer.created', 'sales.customer.updated', 'sales.tag.created']
        '?events=crm.*'                                           || []
    }

    def 'names that are none are refused: #events'() {
        when:
        def answer = admin.get("/api/stream?events=${URLEncoder.encode(events, 'UTF-8')}")

        then:
        code(answer) == '400 AR-550'

        where:
        events << ['crm customer', "x'; drop table y", '.', 'crm..created', '**', 'CRM.customer']
    }

    def 'who was away goes on where he was, on any node'() {
        given:
        def first = listen(people.rep)
        def before = make('customer', [name: 'Before', owner: ids.rep])
        SOON.eventually { assert first.events*.record.contains(before) }
        def last = first.events.last().position as String
        first.close()

        when:
        def (missed, unseen) = [make('customer', [name: 'Missed', owner: ids.rep]), make('customer', [name: 'Unseen'])]
        def again = listen(people.rep, '', ['Last-Event-ID': last], second)

        then:
        again.messages.first().event == 'ready'
        SOON.eventually { assert again.events*.record == [missed] }

        when:
        def now = make('customer', [name: 'Now', owner: ids.rep])

        then:
        SOON.eventually { assert again.events*.record == [missed, now] }
    }

    def 'who was away for too long is told that he missed something: #last'() {
        given:
        if (last == 'forgotten') {
            sql.execute('update tenant_main."sys$event_floor" set position = position + 1')
        }

        expect:
        listen(people.rep, '', ['Last-Event-ID': last == 'forgotten' ? '1' : last]).messages.first().event == 'reset'

        where:
        last << ['999999999', 'nonsense', '-5', 'forgotten']
    }

    def 'nodes tell what others wrote'() {
        given:
        def far = listen(people.rep, '', [:], second)

        when:
        def id = make('customer', [name: 'Near', owner: ids.rep])

        then:
        SOON.eventually { assert far.events*.record == [id] }
    }

    def 'a record that is taken from the listener is not heard of any more'() {
        given:
        def all = listen(admin)
        def rep = listen(people.rep)
        def id = make('customer', [name: 'Mine', owner: ids.rep])
        SOON.eventually { assert rep.events*.event == ['sales.customer.created'] }

        when:
        admin.patch("/api/sales/customer/$id", [owner: ids.other])
        admin.patch("/api/sales/customer/$id", [name: 'Gone'])
        settle(all)
        make('tag', [name: 'loud'])

        then:
        SOON.eventually { assert rep.events*.event.contains('sales.tag.created') }
        rep.events.count { it.record == id } == 1
    }

    def 'a stream ends with its session, at once'() {
        given:
        def token = server.caller.post('/api/auth/login', [username: 'rep', password: PASSWORD]).json.accessToken
        def caller = server.caller.withToken(token)
        def listener = listen(caller, '', [:], second)

        when:
        caller.post('/api/auth/logout')

        then:
        new PollingConditions(timeout: 5, delay: 0.02).eventually { assert listener.ended }
    }

    def 'roles that are taken count at once'() {
        given:
        user('passing', ['sales.chief'])
        def all = listen(admin)
        def listener = listen(people.passing)
        make('customer', [name: 'Heard'])
        SOON.eventually { assert listener.events.size() == 1 }

        when:
        assert admin.patch("/api/sys/user/$ids.passing", [roles: []]).status == 200
        make('customer', [name: 'Unheard'])
        settle(all)

        then:
        listener.events.size() == 1
    }

    def 'another tenant hears nothing'() {
        given:
        assert admin.post('/api/tenants', [name: 'far', adminPassword: PASSWORD]).status == 201
        def token = server.caller.with('X-Tenant': 'far').post('/api/auth/login', [username: 'admin', password: PASSWORD]).json.accessToken
        def far = listen(server.caller.with('X-Tenant': 'far').withToken(token))
        def all = listen(admin)

        when:
        make('customer', [name: 'Here'])
        settle(all)

        then:
        far.events.empty
    }

    def 'without sign-in there is no stream, and nobody has too many'() {
        expect:
        code(server.caller.get('/api/stream')) == '401 AR-300'

        when:
        20.times { listen(people.nobody) }

        then:
        SOON.eventually { assert code(people.nobody.get('/api/stream')) == '429 AR-551' }

        when:
        listeners*.close()
        listeners.clear()
        make('tag', [name: 'wakes those who left'])

        then: 'places of those who left are free again'
        new PollingConditions(timeout: 30, delay: 0.5).eventually { assert listen(people.nobody).status == 200 }
    }
}
