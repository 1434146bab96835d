package io.armature.engine.webhook

import com.sun.net.httpserver.HttpServer
import io.armature.testing.Slow
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

/** Events told to a receiver over HTTP. */
class WebhookSpec extends WebhookSpecification {

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
