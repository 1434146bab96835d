package io.armature.engine.site

import groovy.sql.Sql
import io.armature.engine.audit.Sealer
import io.armature.engine.audit.Verifier
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import io.armature.engine.testing.TestServer
import spock.lang.Shared

class PeopleDataSpec extends ServerSpecification {
    @Shared Sql sql = new Sql(database)

    def setupSpec() {
        administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(1, [
            'entities/person.yaml': '''\
                title: Person
                label: name
                features: { comments: true }
                fields:
                  name:    { type: text, required: true, max: 30, sensitivity: personal }
                  mail:    { type: email, sensitivity: personal }
                  born:    { type: date, sensitivity: personal }
                  colour:  { type: text }
                '''.stripIndent(),
            'entities/order.yaml' : '''\
                title: Order
                label: number
                fields:
                  number:  { type: text }
                  buyer:   { type: link, to: shop.person }
                  sent_to: { type: text, sensitivity: personal }
                '''.stripIndent()]))
        administrator.post('/api/packs/install', [packs: ['shop']])
    }

    private Map person(String name) {
        def id = administrator.post('/api/shop/person', [name: name, mail: "${name.toLowerCase()}@example.com".toString(), born: '1990-05-17', colour: 'blue']).json.id
        def order = administrator.post('/api/shop/order', [number: "O-$name".toString(), buyer: id, sent_to: "$name, Main Street 1".toString()]).json.id
        administrator.patch("/api/shop/person/$id", [mail: "${name.toLowerCase()}@example.net".toString()])
        [id: id, order: order]
    }

    private verify() { bean(Verifier).verify(bean(Tenants).require('main'), Optional.empty()) }

    private void seal() { bean(Sealer).seal(bean(Tenants).require('main')) }

    def 'a person is told what is known of him, in his record and in those that link to it'() {
        given:
        def ann = person('Ann')

        when:
        def told = administrator.get("/api/people/shop/person/$ann.id")

        then:
        told.status == 200
        told.json.records.find { it.entity == 'shop.person' }.values == [id: ann.id, name: 'Ann', mail: 'ann@example.net', born: '1990-05-17']
        told.json.records.find { it.entity == 'shop.order' }.values == [id: ann.order, sent_to: 'Ann, Main Street 1']
        sql.firstRow('select count(*) as n from tenant_main."sys$audit" where action = ? and record = ?::uuid', ['person_export', ann.id]).n == 1
    }

    def 'an erased person is forgotten everywhere, the trail stays sound, others stay'() {
        given:
        def bob = person('Bob')
        seal()
        administrator.patch("/api/shop/person/$bob.id", [born: '1991-05-17'])
        def eve = person('Eve')
        def everything = {
            ['shop$person', 'shop$order', 'sys$audit', 'sys$outbox'].collect { table ->
                sql.rows("select t::text as t from tenant_main.\"$table\" t".toString())*.t
            }.flatten().join('\n')
        }
        assert everything().contains('bob@example.com')

        when:
        def done = administrator.delete("/api/people/shop/person/$bob.id")

        then:
        done.status == 200
        done.json.records == 2
        done.json.trail >= 3
        !(everything() =~ /(?i)bob@|Bob, Main|"Bob"|199[01]-05-17.*$bob.id/)
        with(administrator.get("/api/shop/person/$bob.id").json) {
            name.startsWith('erased-')
            mail == null
            colour == 'blue'
        }
        administrator.get("/api/shop/order/$bob.order").json.number == 'O-Bob'
        administrator.get("/api/shop/person/$eve.id").json.mail == 'eve@example.net'
        everything().contains('eve@example.com')

        and:
        verify().sound
        seal()
        verify().sound
        sql.firstRow('select details::text as d from tenant_main."sys$audit" where action = ?', ['person_erase']).d.contains('"records": 2')
    }

    def 'what was said, sent and told of an erased person is gone, too'() {
        given:
        def kim = person('Kim')
        def told = administrator.get('/api/auth/me').json.id
        def comment = administrator.post("/api/shop/person/$kim.id/comments", [text: 'Kim Lee rang']).json.id
        assert comment
        sql.execute("insert into tenant_main.\"sys\$mail\" (recipient, subject, body) values ('KIM@example.net', 'Hello Kim', 'Dear Kim Lee'), ('other@example.net', 'Hello', 'x')")
        sql.execute("insert into tenant_main.\"sys\$notification\" (id, created_at, updated_at, \"user\", kind, title, group_key, event, record_entity, record) values (gen_random_uuid(), now(), now(), ?::uuid, 'change', 'Kim Lee changed', 'g', gen_random_uuid(), 'shop.person', ?::uuid)", [told, kim.id])
        sql.execute("insert into tenant_main.\"sys\$script_failure\" (hook, at, code, message, file, line, recording) values ('shop.person:beforeSave', now(), 'AR-500', 'x', 'x', 1, ?)", ['{"id": "' + kim.id + '", "name": "Kim Lee"}'])

        when:
        assert administrator.delete("/api/people/shop/person/$kim.id").status == 200

        then:
        ['sys$comment', 'sys$mail', 'sys$notification', 'sys$script_failure', 'sys$audit'].every { table ->
            sql.rows("select t::text as t from tenant_main.\"$table\" t".toString())*.t.every { !(it =~ /(?i)kim lee|kim@/) }
        }
        sql.firstRow('select count(*) as n from tenant_main."sys$mail" where recipient = ?', ['other@example.net']).n == 1
        verify().sound
    }

    def 'an erased user is called like nobody'() {
        given:
        def id = administrator.post('/api/auth/users', [username: 'ida.moe@example.org', name: 'Ida', email: 'ida.moe@example.org', password: TestServer.PASSWORD]).json.id

        when:
        assert administrator.delete("/api/people/sys/user/$id").status == 200

        then:
        ['sys$user', 'sys$audit'].every { table ->
            sql.rows("select t::text as t from tenant_main.\"$table\" t".toString())*.t.every { !it.contains('ida.moe') }
        }
        verify().sound
    }

    def 'an erased user can sign in no more'() {
        given:
        def id = administrator.post('/api/auth/users', [username: 'zoe', name: 'Zoé', password: TestServer.PASSWORD]).json.id
        def token = caller.post('/api/auth/login', [username: 'zoe', password: TestServer.PASSWORD]).json.accessToken
        def me = caller.withToken(token).get('/api/auth/me')
        assert me.status == 200

        expect:
        administrator.delete("/api/people/sys/user/$id").status == 200
        caller.withToken(token).get('/api/auth/me').status == 401
        caller.post('/api/auth/login', [username: 'zoe', password: TestServer.PASSWORD]).status == 401
        !administrator.get("/api/sys/user/$id").text.contains('Zo')
        verify().sound
    }

    def 'nobody but an administrator may, and nobody is made up'() {
        given:
        administrator.post('/api/auth/users', [username: 'max', name: 'Max', password: TestServer.PASSWORD])
        def max = caller.withToken(caller.post('/api/auth/login', [username: 'max', password: TestServer.PASSWORD]).json.accessToken as String)

        expect:
        max.get("/api/people/shop/person/${UUID.randomUUID()}").status == 403
        max.delete("/api/people/shop/person/${UUID.randomUUID()}").status == 403
        administrator.get("/api/people/shop/person/${UUID.randomUUID()}").status == 404
        administrator.delete('/api/people/shop/person/x').status == 404
        administrator.get("/api/people/shop/nobody/${UUID.randomUUID()}").json.code == 'AR-210'
    }
}
