package io.armature.engine.notify

import groovy.sql.Sql
import io.armature.engine.access.AccessSpecification
import io.armature.engine.db.Database as Db
import io.armature.engine.event.Event
import io.armature.engine.event.Outbox
import io.armature.engine.stream.StreamListener
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.Caller
import java.time.Instant
import spock.util.concurrent.PollingConditions

class NotificationsSpec extends AccessSpecification {
    def soon = new PollingConditions(timeout: 20, delay: 0.05)

    /** Somebody who may read and comment on customers. */
    private Caller clerk(String name) { user(name, ['sales.chief']) }

    private static List list(Caller who, String state = 'all') {
        def answer = who.get("/api/notifications?state=$state")
        assert answer.status == 200: answer
        answer.json['data'] as List
    }

    private String customer(String name) { make('customer', [name: name]) }

    private void request(Map details, String record = null) {
        def tenant = server.bean(Tenants).require('main')
        def subject = Optional.ofNullable(record).map { new Event.Subject('sales.customer', UUID.fromString(it), 1) }
        server.bean(Db).transaction { transaction ->
            server.bean(Outbox).add(transaction, tenant, Event.of(UUID.randomUUID(), Instant.now(), 'sys.notification.requested',
                subject, new UUID(0, 0), groovy.json.JsonOutput.toJson(details), 'spec'))
        }
    }

    def 'whoever is mentioned in a comment is told, once, with what was said, and nobody else'() {
        given:
        def ann = clerk('ann')
        def bob = clerk('bob')
        def eve = user('eve')
        def customer = customer('Mention Ltd')

        when:
        def said = ann.post("/api/sales/customer/$customer/comments", [text: 'Dear @bob, see @ANN, @eve and @nobody. Mail x@bob'])

        then:
        said.status == 201
        soon.eventually { assert list(bob).size() == 1 }
        with(list(bob).first()) {
            kind == 'mention'
            title == 'ann mentioned you: Mention Ltd'
            body.startsWith('Dear @bob')
            it.record == [entity: 'sales.customer', id: customer]
            count == 1
            read_at == null
        }
        list(ann).empty
        list(eve).empty
        bob.get('/api/notifications/count').json == [unread: 1, urgent: 0]
    }

    private StreamListener listen(Caller who) {
        def listener = new StreamListener(server.server.address(), who.headers, '?events=sys.notification.*')
        soon.eventually { assert listener.ready }
        listener
    }

    def 'who is told hears of it at once in his stream, and again when what he put off comes back; nobody else does'() {
        given:
        def nia = clerk('nia')
        def oli = clerk('oli')
        def customer = customer('Live Ltd')
        def (hers, his, theirs) = [nia, oli, admin].collect { listen(it) }

        when:
        oli.post("/api/sales/customer/$customer/comments", [text: '@nia please'])

        then:
        soon.eventually { assert hers.events.size() == 1 }
        def notification = list(nia).first()
        with(hers.events.first()) {
            event == 'sys.notification.created'
            it.record == notification.id
            fields == []
        }

        when:
        assert nia.post("/api/notifications/$notification.id/snooze", [until: Instant.now().plusSeconds(1).toString()]).status == 200

        then:
        soon.eventually { assert hers.events*.record == [notification.id] * 2 }

        when: 'the others hear of something of their own'
        nia.post("/api/sales/customer/$customer/comments", [text: '@oli done'])

        then:
        soon.eventually { assert his.events.size() == 1 }
        his.events.first().record == list(oli).first().id
        hers.events.size() == 2
        list(admin)*.id.containsAll(theirs.events*.record)
        !theirs.events*.record.contains(notification.id)

        cleanup:
        [hers, his, theirs]*.close()
    }

    def 'followers hear of changes and comments, grouped while unread, until they unfollow or may not read any more'() {
        given:
        def dan = clerk('dan')
        def fay = clerk('fay')
        def record = customer('Followed Ltd')

        expect:
        fay.put("/api/sales/customer/$record/followers/me", [:]).status == 204
        dan.get("/api/sales/customer/$record/followers").json['data']*.name == ['fay']

        when:
        2.times { assert dan.patch("/api/sales/customer/$record", [name: "Followed $it Ltd".toString()]).status == 200 }

        then:
        soon.eventually { assert list(fay)*.count == [2] }
        list(fay).first().title == 'dan changed Followed 1 Ltd'
        list(dan).empty

        when:
        fay.post("/api/notifications/${list(fay).first().id}/read")
        dan.patch("/api/sales/customer/$record", [name: 'Followed 3 Ltd'])

        then:
        soon.eventually { assert list(fay)*.count == [1, 2] }

        when:
        fay.delete("/api/sales/customer/$record/followers/me")
        dan.patch("/api/sales/customer/$record", [name: 'Followed 4 Ltd'])
        dan.post("/api/sales/customer/$record/comments", [text: '@fay'])

        then:
        soon.eventually { assert list(fay)*.kind == ['mention', 'change', 'change'] }
        list(fay)*.count == [1, 1, 2]
    }

    def 'a record that may not be read cannot be followed, and its comments are not there'() {
        given:
        def mia = user('mia')
        def record = customer('Closed Ltd')

        expect:
        mia.put("/api/sales/customer/$record/followers/me", [:]).status in [403, 404]
        mia.get("/api/sales/customer/$record/followers").status in [403, 404]
        mia.post("/api/sales/customer/$record/comments", [text: 'x']).status in [403, 404]
    }

    def 'a message that is asked for reaches owner, role and named users who may read the record, in their language'() {
        given:
        def gus = clerk('gus')
        def ida = user('ida')
        def kim = user('kim')
        def record = make('customer', [name: 'Asked Ltd'], gus)
        gus.patch('/api/auth/me', [locale: 'fr'])

        when:
        request([recipients: ['owner', 'user:ida', 'role:sales.none'], title: [en: 'Look', fr: 'Regardez'], body: 'Now', priority: 'high'], record)

        then:
        soon.eventually { assert list(gus)*.title == ['Regardez'] }
        with(list(gus).first()) { priority == 'high' && kind == 'message' }
        list(ida).empty

        when:
        request([recipients: ['user:ida', 'user:kim'], title: 'To all'])

        then:
        soon.eventually { assert list(ida)*.title == ['To all'] && list(kim)*.title == ['To all'] }
    }

    def 'notifications are read, unread, put off and read all at once, and nobody touches those of others'() {
        given:
        def lou = user('lou')
        def max = user('max')
        3.times { request([recipients: ['user:lou'], title: "Number $it".toString()]) }
        soon.eventually { assert list(lou).size() == 3 }
        def first = list(lou).last().id
        def later = Instant.now().plusSeconds(3600).toString()

        expect:
        max.post("/api/notifications/$first/read").status == 404
        max.get("/api/notifications/$first").status == 404
        lou.post("/api/notifications/$first/read").json['read_at']
        lou.get('/api/notifications/count').json['unread'] == 2
        lou.post("/api/notifications/$first/unread").json['read_at'] == null
        lou.post("/api/notifications/$first/snooze", [until: later]).json['snoozed_until']
        list(lou, 'new').size() == 2
        list(lou, 'snoozed')*.id == [first]
        lou.post("/api/notifications/$first/snooze", [until: '2020-01-01T00:00:00Z']).status == 422
        lou.post("/api/notifications/$first/snooze", [:]).status == 422
        lou.post("/api/notifications/$first/read").json['snoozed_until'] == null
        with(lou.post("/api/notifications/$first/snooze", [until: later]).json) { it['snoozed_until'] && it['read_at'] == null }
        lou.post('/api/notifications/read').json == [read: 3]
        list(lou, 'new').empty
        lou.get('/api/notifications?state=odd').status == 422
        lou.get('/api/notifications?limit=0').status == 422
        lou.get('/api/notifications?cursor=odd').status == 422
    }

    def 'lists come in pages'() {
        given:
        def ned = user('ned')
        5.times { request([recipients: ['user:ned'], title: "Number $it".toString()]) }
        soon.eventually { assert list(ned).size() == 5 }
        def pages = []
        String next = ''

        when:
        while (next != null) {
            def page = ned.get("/api/notifications?limit=2${next ? '&cursor=' + next : ''}").json
            pages << (page['data'] as List)*.title
            next = page['page']['next']
        }

        then:
        pages.flatten() as Set == (0..4).collect { "Number $it".toString() } as Set
        pages*.size() == [2, 2, 1]
    }

    def 'mail goes to whom it is wished by, urgent ones to everybody with an address'() {
        given:
        def sql = new Sql(server.database)
        def subjects = { String name -> sql.rows('select subject from tenant_main."sys$mail" where recipient = ? order by created_at', ["$name@test.example".toString()])*.subject }
        def olga = user('olga')
        def pia = user('pia')
        ['olga', 'pia'].each { admin.patch("/api/sys/user/${ids[it]}", [email: "$it@test.example".toString()]) }

        expect:
        olga.get('/api/notifications/preferences').json == [others: [in_app: true, mail: 'never']]
        olga.call('PATCH', '/api/notifications/preferences', [alarm: [mail: 'at_once', in_app: false]]).json['alarm'] == [in_app: false, mail: 'at_once']
        olga.call('PATCH', '/api/notifications/preferences', [alarm: [mail: 'sometimes']]).status == 422
        olga.call('PATCH', '/api/notifications/preferences', [alarm: [sms: true]]).status == 422
        olga.call('PATCH', '/api/notifications/preferences', ['Not a kind': [mail: 'daily']]).status in [400, 422]

        when:
        request([recipients: ['user:olga', 'user:pia'], title: 'Fire', kind: 'alarm'])
        request([recipients: ['user:olga', 'user:pia'], title: 'Tea', kind: 'tea'])
        request([recipients: ['user:olga', 'user:pia'], title: 'Run', priority: 'urgent'])

        then:
        soon.eventually { assert list(pia)*.title as Set == ['Fire', 'Tea', 'Run'] as Set && list(olga, 'new')*.title as Set == ['Tea', 'Run'] as Set }
        subjects('olga') == ['Fire', 'Run']
        subjects('pia') == ['Run']
        olga.get('/api/notifications/count').json == [unread: 2, urgent: 1]
    }

    def 'a role cannot give comments away whose records it does not'() {
        given:
        admin.put('/api/access/roles/sales.gossip', [title: 'Gossip', grants: ['sys.comment': [read: true, update: true]]])
        def rex = user('rex', ['sales.gossip'])
        def record = customer('Secret Ltd')
        admin.post("/api/sales/customer/$record/comments", [text: 'Between us'])

        expect:
        rex.get('/api/sys/comment').status == 403
        admin.get('/api/sys/comment').status == 200
    }

    def 'comments are changed by who made them and taken back by him or an administrator'() {
        given:
        def sam = clerk('sam')
        def tom = clerk('tom')
        def record = customer('Talk Ltd')
        def comments = "/api/sales/customer/$record/comments"
        def mine = sam.post(comments, [text: 'One']).json['id']

        expect:
        tom.patch("$comments/$mine", [text: 'Two']).status == 404
        tom.delete("$comments/$mine").status == 404
        sam.patch("$comments/$mine", [text: 'Two']).json['text'] == 'Two'
        sam.get(comments).json['data']*.text == ['Two']
        admin.delete("$comments/$mine").status == 204
        sam.get(comments).json['data'] == []

        and: 'the trail tells of it'
        def trail = admin.get("/api/sys/audit?sort=at,id&filter=" + URLEncoder.encode("entity == 'sys.comment'", 'UTF-8')).json['data'].findAll { it.record.id == mine }
        trail*.changes*.text == [[null, 'One'], ['One', 'Two'], ['Two', null]]
        trail*.actor.take(2) == [ids.sam, ids.sam]
        trail[2].actor != ids.sam
        trail*.details*.record.toSet() == [record] as Set
    }

    def 'a mail that gathers tells of what may still be seen'() {
        given:
        def sql = new Sql(server.database)
        def ann = clerk('ann')
        def zoe = clerk('zoe')
        admin.patch("/api/sys/user/$ids.zoe", [email: 'zoe@test.example'])
        zoe.call('PATCH', '/api/notifications/preferences', [mention: [mail: 'daily']])
        ['Stays Ltd', 'Gone Ltd'].each { assert ann.post("/api/sales/customer/${customer(it)}/comments", [text: 'Dear @zoe']).status == 201 }
        soon.eventually { assert list(zoe).size() == 2 }

        when:
        def role = admin.get('/api/access/roles/sales.chief').json as Map
        role.grants.customer.read = "name != 'Gone Ltd'"
        assert admin.put('/api/access/roles/sales.chief', role).status == 200
        server.bean(Digests).run(server.bean(Tenants).require('main'), Instant.now().plusSeconds(3 * 86_400))

        then:
        def mails = sql.rows('select body from tenant_main."sys$mail" where recipient = ?', ['zoe@test.example'])*.body
        mails.size() == 1
        mails.first().contains('Stays Ltd')
        !mails.first().contains('Gone Ltd')

        cleanup:
        admin.delete('/api/access/roles/sales.chief')
    }
}
