package io.armature.engine.webhook

import io.armature.engine.db.Database
import io.armature.engine.event.Event
import io.armature.engine.tenant.Tenant
import java.time.Instant

/** What webhooks can be set to, by whom, and what is said of what they cannot. */
class WebhookSettingsSpec extends WebhookSpecification {

    def 'a filter that does not fit is told where people look'() {
        given:
        def id = hook(filter: 'no_such_field > 100')

        when:
        make('customer', [name: 'x'])

        then:
        SOON.eventually { assert deliveries(id)*.status == ['failed'] }
        deliveries(id).first().error
        receiver.got.empty
    }

    def 'what happens for a webhook that is deleted meanwhile is put by for nobody, and stops nothing'() {
        given:
        def event = Event.of(UUID.randomUUID(), Instant.now(), 'sales.customer.created', Optional.empty(), UUID.randomUUID(), '{}', 'gone')
        def database = new Database(server.database)
        def id = hook(active: false)

        when:
        database.transaction { sql ->
            [UUID.randomUUID(), UUID.fromString(id)].each {
                new DeliveryStore(database).add(sql, new Tenant('main', 'tenant_main', [] as Set), it, event, '{}', Optional.empty())
            }
        }

        then:
        deliveries(id)*.event_id == [event.id().toString()]
    }

    def 'a filter that closes a bracket which it did not open is none, and no other record is told of'() {
        given:
        make('customer', [name: 'another'])
        def id = hook(filter: "name == 'nobody') || (true")

        when:
        make('customer', [name: 'x'])

        then:
        SOON.eventually { assert deliveries(id)*.status == ['failed'] }
        receiver.got.empty
    }

    def 'an event that can never happen is refused, with what is perhaps meant: #pattern'() {
        given:
        def id = hook()

        expect:
        with(admin.patch("/api/sys/webhook/$id", [events: [pattern]])) {
            status == 422 || status == 400
            json.errors*.path == ['events']
            json.errors*.code == [code]
            text.contains(instead)
        }

        where:
        pattern                   | code     || instead
        'sales.custmer.created'   | 'AR-557' || '`sales.customer.created`'
        'sales.nothing.created'   | 'AR-557' || '`sales.customer.created`'
        'sales.customer.create'   | 'AR-557' || '`sales.customer.created`'
        'sales.customer.shipped'  | 'AR-557' || '`sales.customer.transitioned`'
        'sales.*.craeted'         | 'AR-557' || '`sales.*.created`'
        'sale.customer.*'         | 'AR-557' || '`sales.customer.*`'
        'sales.customer'          | 'AR-557' || '`sales.customer.*`'
        'sales'                   | 'AR-557' || '`sales.*`'
        '*.*.craeted'             | 'AR-557' || '`*.*.created`'
        'no name'                 | 'AR-550' || 'crm.customer.created'
    }

    def 'what may happen is taken: #pattern'() {
        given:
        def id = hook()

        expect:
        admin.patch("/api/sys/webhook/$id", [events: [pattern]]).status == 200

        where:
        pattern << ['*', 'sales.*', 'sales.customer.*', '*.*.created', 'sales.*.updated', 'sys.user.created', 'sales.customer.commented']
    }

    def 'a try tells at once what came of it: #path'() {
        given:
        def id = hook(url: path.startsWith('http') ? path : receiver.url(path), allow_private: private_)
        receiver.answer = { Map body -> path == '/moved' ? 302 : 200 }

        when:
        def answer = admin.post("/api/sys/webhook/$id/test")

        then:
        answer.status == 200
        answer.json.status == status
        answer.json.response == response
        answer.json.error.contains(error)
        receiver.got.size() == count

        where:
        path                                     | private_ || status   | response | count | error
        '/fine'                                  | true     || 'sent'   | 200      | 1     | ''
        '/moved'                                 | true     || 'failed' | 302      | 1     | '302'
        '/private'                               | false    || 'failed' | null     | 0     | 'inside the own network'
        'http://127.0.0.1:1/x'                   | false    || 'failed' | null     | 0     | 'inside the own network'
        'http://[::1]:1/x'                       | false    || 'failed' | null     | 0     | 'inside the own network'
        'http://169.254.169.254/latest'          | false    || 'failed' | null     | 0     | 'inside the own network'
        'http://0x7f000001/x'                    | false    || 'failed' | null     | 0     | ''
        'http://no-such-host.invalid/x'          | true     || 'failed' | null     | 0     | ''
    }

    def 'an address that cannot be called, or holds a password, is refused when it is saved: #url'() {
        given:
        def id = hook()

        expect:
        with(admin.post('/api/sys/webhook', [url: url])) {
            status == 422
            json.errors*.path == ['url']
            json.errors*.code == ['AR-405']
            text.contains('without name and password')
        }
        admin.patch("/api/sys/webhook/$id", [url: url]).status == 422

        where:
        url << ['https://user:pw@example.org/hook', 'https://user@example.org', 'https://:pw@example.org?x', 'ftp://example.org/hook', 'mailto:ada@example.org', 'https:///hook']
    }

    def 'whoever may not change webhooks can neither try nor replay them'() {
        given:
        def id = hook()

        expect:
        people.rep.post("/api/sys/webhook/$id/$what").status in [403, 404]

        where:
        what << ['test', 'rotate', 'replay']
    }

    def 'deliveries are written by nobody'() {
        given:
        def id = hook()
        admin.post("/api/sys/webhook/$id/test")

        expect:
        admin.delete("/api/sys/delivery/${deliveries(id).first().id}").status == 405
    }
}
