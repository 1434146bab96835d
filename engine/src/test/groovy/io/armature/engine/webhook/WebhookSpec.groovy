package io.armature.engine.webhook

import com.sun.net.httpserver.HttpServer
import groovy.sql.Sql
import io.armature.engine.access.AccessSpecification
import io.armature.testing.Slow
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** Events told to a receiver over HTTP. */
class WebhookSpec extends AccessSpecification {
    static final PollingConditions SOON = new PollingConditions(timeout: 30, delay: 0.05)
    @Shared Sql sql = new Sql(server.database)
    @AutoCleanup Receiver receiver = new Receiver()
    List<String> hooks = []

    def setupSpec() {
        user('rep', ['sales.rep'])
    }

    def cleanup() {
        hooks.each { assert admin.delete("/api/sys/webhook/$it").status == 204 }
    }

    private String hook(Map values = [:]) {
        def made = admin.post('/api/sys/webhook', [url: receiver.url(), events: ['sales.customer.*'], allow_private: true] + values)
        assert made.status == 201
        hooks << made.json.id
        made.json.id
    }

    private List<Map> deliveries(String hook) {
        sql.rows("select * from tenant_main.\"sys\$delivery\" where webhook = ?::uuid order by number".toString(), [hook]) as List<Map>
    }

    /** Does not wait for the moment of the next attempt. */
    private void hurry() {
        SOON.eventually { assert sql.firstRow("select count(*) as n from armature.due_run where kind = 'webhook'").n == 0 }
        sql.execute("update tenant_main.\"sys\$delivery\" set next_attempt = now() where status = 'waiting'".toString())
        sql.execute("insert into armature.due_work (tenant, kind, due_at) values ('main', 'webhook', now())")
    }

    private static String mac(String secret, String text) {
        def mac = Mac.getInstance('HmacSHA256')
        mac.init(new SecretKeySpec(secret.getBytes('UTF-8'), 'HmacSHA256'))
        HexFormat.of().formatHex(mac.doFinal(text.getBytes('UTF-8')))
    }

    def 'a receiver hears of what it wants, with the record, and who sent it can be checked'() {
        given:
        def id = hook(secret: 'shh')

        when:
        def customer = make('customer', [name: 'Ada', credit_limit: 10.50, email: 'ada@example.org', pin: '1234'])
        make('tag', [name: 'not wanted'])
        admin.patch("/api/sales/customer/$customer", [name: 'Bob'])

        then:
        SOON.eventually { assert receiver.taken.size() == 2 }
        with(receiver.taken[0]) {
            headers['content-type'].startsWith('application/json')
            headers['armature-event'] == 'sales.customer.created'
            headers['armature-event-id'] == body.id
            body.event == 'sales.customer.created'
            body.entity == 'sales.customer'
            body.record == customer
            body.version == 1
            body.tenant == 'main'
            body.data.id == customer
        }
        with(receiver.taken[1]) {
            body.event == 'sales.customer.updated'
            body.changes.name == ['Ada', 'Bob']
            body.data.name == 'Bob'
        }
        receiver.taken.every { one ->
            def parts = (one.headers['armature-signature'] as String).split(',').collectEntries { it.split('=') as List }
            assert parts.t == one.headers['armature-timestamp']
            assert Duration.between(Instant.ofEpochSecond(parts.t as long), Instant.now()).abs() < Duration.ofMinutes(1)
            assert parts.v1 == mac('shh', "$parts.t.$one.text")
            true
        }
        !receiver.taken*.text.join().contains('1234')
        SOON.eventually { assert deliveries(id)*.status == ['sent', 'sent'] }
        deliveries(id)*.response == [200, 200]
        admin.get("/api/sys/webhook/$id").json.secret == null
        admin.get("/api/sys/delivery?filter=${URLEncoder.encode("event == 'sales.customer.created' && status == 'sent'", 'UTF-8')}").json.data.size() >= 1
    }

    def 'a filter is asked of the record'() {
        given:
        def id = hook(filter: "credit_limit > 100 && region.name == 'Far'", events: ['sales.customer.created'])
        def far = make('region', [code: "F${System.nanoTime()}".toString(), name: 'Far'])

        when:
        make('customer', [name: 'small', credit_limit: 1, region: far])
        make('customer', [name: 'near', credit_limit: 1000])
        def wanted = make('customer', [name: 'wanted', credit_limit: 1000, region: far])

        then:
        SOON.eventually { assert receiver.taken*.body*.record == [wanted] }
        deliveries(id).size() == 1
    }

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

    def 'a receiver hears what its owner may read, not more'() {
        given:
        def id = hook(owner: ids.rep)

        when:
        make('customer', [name: 'Hidden'])
        def mine = make('customer', [name: 'Mine', owner: ids.rep, credit_limit: 77, email: 'anna@example.com'])

        then:
        SOON.eventually { assert receiver.taken*.body*.record == [mine] }
        with(receiver.taken.first()) {
            !text.contains('credit_limit":')
            !text.contains('anna@')
            body.data.name == 'Mine'
            !body.containsKey('details')
        }
    }

    def 'what is not taken is sent again, in order for each record, others meanwhile'() {
        given:
        def id = hook()
        receiver.answer = { Map body -> body.data?.name == 'stuck' ? 503 : 200 }

        when:
        def stuck = make('customer', [name: 'stuck'])
        SOON.eventually { assert deliveries(id)*.response == [503] }
        admin.patch("/api/sales/customer/$stuck", [name: 'later'])
        def free = make('customer', [name: 'free'])

        then:
        SOON.eventually { assert receiver.taken*.body*.record == [free] }
        with(deliveries(id).first()) {
            status == 'waiting'
            attempts == 1
            next_attempt.toInstant().isAfter(Instant.now())
            error == 'The receiver answered 503.'
        }

        when: 'it takes them again'
        receiver.answer = { Map body -> 200 }
        hurry()

        then:
        SOON.eventually { assert receiver.taken.findAll { it.body.record == stuck }*.body*.event == ['sales.customer.created', 'sales.customer.updated'] }
        SOON.eventually { assert deliveries(id).every { it.status == 'sent' } }
        receiver.got.findAll { it.body.event == 'sales.customer.created' && it.body.record == stuck }*.headers*.get('armature-event-id').unique().size() == 1
    }

    def 'what waits behind another has waited since it happened'() {
        given:
        def id = hook()
        receiver.answer = { Map body -> 503 }
        def began = Instant.now().minusSeconds(5)

        when:
        def stuck = make('customer', [name: 'stuck'])
        admin.patch("/api/sales/customer/$stuck", [name: 'later'])

        then:
        SOON.eventually { assert deliveries(id).size() == 2 }
        deliveries(id).last().next_attempt.toInstant().isAfter(began)
    }

    def 'after a day it is a dead letter, which can be sent again'() {
        given:
        def id = hook()
        receiver.answer = { Map body -> 500 }
        make('customer', [name: 'x'])
        SOON.eventually { assert deliveries(id)*.response == [500] }

        when:
        sql.execute("update tenant_main.\"sys\$delivery\" set first_attempt = now() - interval '25 hours' where webhook = ?::uuid".toString(), [id])
        hurry()

        then:
        SOON.eventually { assert deliveries(id)*.status == ['failed'] }

        when:
        receiver.answer = { Map body -> 200 }
        def answer = admin.post("/api/sys/webhook/$id/replay")

        then:
        answer.status == 202
        answer.json.deliveries == 1
        SOON.eventually { assert deliveries(id)*.status == ['failed', 'sent'] }
        admin.post("/api/sys/webhook/$id/replay").json.deliveries == 0

        when:
        def one = admin.post("/api/sys/delivery/${deliveries(id)[1].id}/replay")

        then:
        one.status == 202
        SOON.eventually { assert receiver.taken.size() == 2 }
        receiver.got*.headers*.get('armature-event-id').unique().size() == 1
    }

    def 'a secret is changed without anything being refused'() {
        given:
        def id = hook(secret: 'old')

        when:
        def rotated = admin.post("/api/sys/webhook/$id/rotate").json
        make('customer', [name: 'x'])

        then:
        SOON.eventually { assert receiver.taken.size() == 1 }
        with(receiver.taken.first()) { one ->
            def header = one.headers['armature-signature'] as String
            def time = one.headers['armature-timestamp']
            header == "t=$time,v1=${mac(rotated.secret as String, "$time.$one.text")},v1=${mac('old', "$time.$one.text")}".toString()
        }
        Instant.parse(rotated.previousUntil as String).isAfter(Instant.now().plus(Duration.ofHours(23)))
        sql.firstRow("select count(*) as n from tenant_main.\"sys\$audit\" where action = 'secret_rotate' and record = ?::uuid".toString(), [id]).n == 1
    }

    def 'a secret that is changed twice signs for a day still: whoever lost the new one can make another'() {
        given:
        def id = hook(secret: 'old')
        def lost = admin.post("/api/sys/webhook/$id/rotate").json.secret
        def kept = admin.post("/api/sys/webhook/$id/rotate").json.secret

        when:
        make('customer', [name: 'x'])

        then:
        SOON.eventually { assert receiver.taken.size() == 1 }
        with(receiver.taken.first()) { one ->
            def time = one.headers['armature-timestamp']
            one.headers['armature-signature'] == "t=$time" + [kept, lost, 'old'].collect { ",v1=${mac(it as String, "$time.$one.text")}" }.join('')
        }
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

    def 'a webhook that rests hears nothing, and goes on with what it is then told'() {
        given:
        def id = hook(active: false)
        make('customer', [name: 'unheard'])
        SOON.eventually { assert sql.firstRow('select count(*) as n from tenant_main."sys$outbox"').n == 0 }

        when:
        admin.patch("/api/sys/webhook/$id", [active: true])
        def heard = make('customer', [name: 'heard'])

        then:
        SOON.eventually { assert receiver.taken*.body*.record == [heard] }
    }

    def 'a receiver hears of what happens once it is switched on, not of what waited then'() {
        given: 'two events that wait as nobody tells them yet'
        SOON.eventually {
            assert sql.executeUpdate("insert into armature.due_run (tenant, kind, node, until) values ('main', 'outbox', gen_random_uuid(), now() + interval '1 hour') on conflict do nothing") == 1
        }
        def id = hook(active: false)
        def early = make('customer', [name: 'early'])
        assert admin.patch("/api/sys/webhook/$id", [active: true]).status == 200
        def late = make('customer', [name: 'late'])
        assert admin.patch("/api/sys/webhook/$id", [filter: "name != 'nobody'"]).status == 200
        def later = make('customer', [name: 'later'])

        when:
        sql.execute("update armature.due_run set until = now() where kind = 'outbox'")

        then:
        SOON.eventually { assert receiver.taken*.body*.record as Set == [late, later] as Set }
        !receiver.got*.body*.record.contains(early)
    }

    def 'an answer that never ends is an answer'() {
        given:
        def server = HttpServer.create(new InetSocketAddress('localhost', 0), 10)
        server.executor = Executors.newVirtualThreadPerTaskExecutor()
        server.createContext('/') { exchange ->
            exchange.sendResponseHeaders(200, 0)
            try {
                while (true) {
                    exchange.responseBody.write(new byte[8192])
                }
            } catch (IOException left) {
                exchange.close()
            }
        }
        server.start()
        def id = hook(url: "http://localhost:${server.address.port}/".toString())

        expect:
        admin.post("/api/sys/webhook/$id/test").json.status == 'sent'

        cleanup:
        server.stop(0)
    }

    @Slow
    def 'a receiver that answers drop by drop is left'() {
        given:
        def drops = new ServerSocket(0)
        Thread.startVirtualThread {
            try (def socket = drops.accept()) {
                def out = socket.outputStream
                out.write('HTTP/1.1 '.bytes)
                while (true) {
                    out.write('2'.bytes)
                    out.flush()
                    new CountDownLatch(1).await(1, TimeUnit.SECONDS)
                }
            } catch (IOException left) {
                drops.close()
            }
        }
        def id = hook(url: "http://localhost:${drops.localPort}/".toString())

        when:
        def tried = admin.post("/api/sys/webhook/$id/test").json

        then:
        tried.status == 'failed'
        tried.milliseconds < 30_000

        cleanup:
        drops.close()
    }
}
