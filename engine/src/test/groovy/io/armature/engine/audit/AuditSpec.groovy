package io.armature.engine.audit

import groovy.sql.Sql
import io.armature.engine.cli.ArmatureCommand
import io.armature.engine.testing.TestServer
import io.armature.engine.vault.Vault

class AuditSpec extends TrailSpecification {
    def 'a row says who did what, from where, in which request, and is signed'() {
        when:
        def id = administrator.with('X-Request-Id': 'write-1').post('/api/shop/article', [code: 'a', name: 'A']).json.id

        then:
        def row = sql.firstRow("select * from $TABLE where request = 'write-1'".toString())
        row.record == UUID.fromString(id)
        row.address == '127.0.0.1'
        row.actor
        row.mac.length == 32
    }

    def 'secrets are never in the trail, nor readable, and encrypted where they are kept'() {
        when:
        def answer = administrator.with('X-Request-Id': 'secret-1').post('/api/shop/safe', [name: 'S', secret: 'open sesame', pin: 4711])
        administrator.with('X-Request-Id': 'secret-2').patch("/api/shop/safe/$answer.json.id", [secret: 'shut', pin: 4712])

        then:
        answer.status == 201
        !answer.text.contains('sesame')
        def rows = sql.rows("select changes::text as c from $TABLE where request in ('secret-1', 'secret-2') union all select changes::text from tenant_main.\"sys\$outbox\"".toString())*.c
        rows.size() >= 2
        rows.every { !it.contains('sesame') && !it.contains('shut') && !it.contains('471') }
        def kept = sql.firstRow('select secret from tenant_main.shop$safe where id = ?::uuid', [answer.json.id]).secret
        bean(Vault).open(tenant(), 'shop.safe.secret', kept) == 'shut'
    }

    def 'the trail only grows, for the engine itself too: #statement'() {
        given:
        write(1)

        when:
        sql.execute(statement)

        then:
        thrown(java.sql.SQLException)

        where:
        statement << ["update $TABLE set action = 'x'".toString(), "delete from $TABLE".toString(), "truncate $TABLE".toString(), 'delete from tenant_main."sys$audit_seal"']
    }

    def 'an untouched trail is sound, sealed or not'() {
        when:
        write(3)
        seal()
        write(2)

        then:
        with(verify()) {
            sound
            problems.empty
            rows > sealed
            seals >= 1
        }

        when:
        seal()

        then:
        with(verify()) {
            sound
            rows == sealed
        }
    }

    def 'rows that are written many at once are signed each'() {
        when:
        def answer = administrator.post('/api/shop/article/batch', [create: (1..20).collect { [code: "batch$it".toString(), name: "Bätch \\ \"$it\"".toString()] }])

        then:
        answer.status == 200
        verify().sound

        when:
        seal()

        then:
        verify().sound
    }

    def 'sealing twice seals nothing twice'() {
        given:
        write(2)
        seal()

        expect:
        bean(Sealer).seal(tenant()) == 0
        verify().sound
    }

    def 'rows of a transaction that ends late are sealed later, and nothing is missed'() {
        given:
        def late = new Sql(database.connection)
        late.connection.autoCommit = false
        late.execute('select pg_current_xact_id()')
        write(1)
        seal()

        when:
        late.commit()
        late.close()
        seal()

        then:
        with(verify()) {
            sound
            rows == sealed
        }
    }

    def 'what was tampered with is found: #what'() {
        given:
        write(6)
        seal()
        write(2)
        def sealedRow = sql.firstRow("select id, at from $TABLE where action = 'create' and entity = 'shop.article' order by at limit 1".toString())

        when:
        Verification found = null
        restoring {
            tamper(statement.replace('ROW', "'$sealedRow.id'"))
            found = verify()
        }

        then:
        !found.sound
        found.problems*.kind.contains(kind)
        verify().sound

        where:
        what                           | kind       | statement
        'another value'                | 'changed'  | "update $TABLE set changes = '{\"name\": [null, \"forged\"]}' where id = ROW".toString()
        'another actor'                | 'changed'  | "update $TABLE set actor = gen_random_uuid() where id = ROW".toString()
        'another moment'               | 'changed'  | "update $TABLE set at = at + interval '1 hour' where id = ROW".toString()
        'another address'              | 'changed'  | "update $TABLE set address = '10.0.0.1' where id = ROW".toString()
        'a row that is not sealed yet' | 'changed'  | "update $TABLE set action = 'delete' where id = (select id from $TABLE order by xact desc limit 1)".toString()
        'another signature'            | 'changed'  | "update $TABLE set mac = sha256(mac) where id = ROW".toString()
        'no signature'                 | 'seal'     | "update $TABLE set mac = null where id = ROW".toString()
        'a row taken away'             | 'removed'  | "delete from $TABLE where id = ROW".toString()
        'a row put in'                 | 'unsigned' | "insert into $TABLE (id, at, entity, record, version, action, changes) values (gen_random_uuid(), now(), 'shop.article', gen_random_uuid(), 1, 'create', '{}')".toString()
        'a copy of a row'              | 'changed'  | "insert into $TABLE (id, at, entity, record, version, action, changes, mac) select gen_random_uuid(), at, entity, record, version, action, changes, mac from $TABLE where id = ROW".toString()
        'a row put in among old ones'  | 'inserted' | "insert into $TABLE (id, at, entity, record, version, action, changes, xact) values (gen_random_uuid(), now(), 'shop.article', gen_random_uuid(), 1, 'create', '{}', 3)".toString()
        'two rows exchanged'           | 'changed'  | "update $TABLE a set changes = b.changes, record = b.record from $TABLE b where a.action = 'create' and b.action = 'create' and a.entity = 'shop.article' and b.entity = 'shop.article' and a.id <> b.id and a.id = ROW".toString()
        'rows of a seal reordered'     | 'seal'     | 'update tenant_main."sys$audit_seal" s set rows = (select array_agg(r order by r desc) from unnest(s.rows) r) where cardinality(rows) > 1'
        'a seal taken away'            | 'seal'     | 'delete from tenant_main."sys$audit_seal" where number = 1'
        'a seal made anew'             | 'seal'     | 'update tenant_main."sys$audit_seal" set mac = sha256(digest)'
    }

    def 'the command line tells whether the trail is sound, by its status too'() {
        given:
        write(2)
        seal()
        def run = {
            def out = new StringWriter()
            def line = ArmatureCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out))
            [ArmatureCommand.execute(line, 'audit', 'verify', '--data', server.folder.toString()), out.toString()]
        }
        def before = run()
        def during = null

        when:
        restoring {
            tamper("update $TABLE set address = '10.0.0.1' where id = (select id from $TABLE where mac is not null order by at desc limit 1)".toString())
            during = run()
        }

        then:
        before[0] == 0
        before[1].contains('The trail is sound')
        during[0] == 1
        during[1].contains('changed')
        run()[0] == 0
    }

    def 'a trail that was cut off at its end is found by a seal noted elsewhere'() {
        given:
        write(1)
        seal()
        String head = bean(Sealer).head(tenant()).get()

        expect:
        verify(head).sound

        when:
        Verification found = null
        restoring {
            tamper('delete from tenant_main."sys$audit_seal" where number = (select max(number) from tenant_main."sys$audit_seal")')
            found = verify(head)
        }

        then:
        found.problems*.kind.contains('cut')
    }

    def 'the trail is read, filtered and exported like any records, and written by nobody'() {
        given:
        def record = administrator.post('/api/shop/article', [code: 'listed', name: 'L']).json.id

        expect:
        with(administrator.get("/api/sys/audit?filter=" + URLEncoder.encode("entity == 'shop.article' && action == 'create'", 'UTF-8') + '&sort=-at&limit=1&fields=*,actor(username)')) {
            status == 200
            json.data.first().action == 'create'
            json.data.first().actor.username == 'admin'
            json.data.first().address == '127.0.0.1'
            json.data.first().record.id == record
        }
        administrator.get('/api/sys/audit/export?format=csv&fields=at,action,entity').text.contains('shop.article')
        administrator.post('/api/sys/audit').status == 405
        administrator.get('/api/screens/sys/audit/list').status == 200
    }

    def 'who asks for a record that is not for him is in the trail, though he is told that there is none'() {
        given:
        administrator.put('/api/access/roles/shop.reader', [title: 'Reader', grants: ['shop.article': [read: "name == 'open'"]]])
        administrator.post('/api/auth/users', [username: 'reader', password: TestServer.PASSWORD, roles: ['shop.reader']])
        def reader = caller.withToken(caller.post('/api/auth/login', [username: 'reader', password: TestServer.PASSWORD]).json.accessToken as String)
        def id = administrator.post('/api/shop/article', [code: 'closed', name: 'closed']).json.id

        when:
        def answer = reader.get("/api/shop/article/$id")
        bean(Refusals).flush()

        then:
        answer.status == 404
        sql.rows("select details::text as d from $TABLE where action = 'denied'".toString()).any { it.d.contains(id) && it.d.contains('AR-101') }
    }

    def 'an export is in the trail before it leaves'() {
        when:
        administrator.with('X-Request-Id': 'export-1').get('/api/shop/article/export?format=csv')

        then:
        with(sql.firstRow("select * from $TABLE where request = 'export-1'".toString())) {
            action == 'export'
            entity == 'shop.article'
            details.toString().contains('csv')
        }
    }

    def 'a change of packs is in the trail with its steps'() {
        expect:
        sql.rows("select details::text as d from $TABLE where action = 'pack' and actor = (select id from tenant_main.\"sys\$user\" where username = 'admin')".toString()).any { it.d.contains('"shop"') }
    }

    def 'keys are replaced while secrets stay readable to the engine'() {
        given:
        def id = administrator.post('/api/shop/safe', [name: 'R', secret: 'rotate me']).json.id
        def kept = { sql.firstRow('select secret from tenant_main.shop$safe where id = ?::uuid', [id]).secret }
        def before = kept()

        when:
        def answer = administrator.post('/api/vault/rotate', [newMaster: true])

        then:
        answer.json.sealed.main >= 1
        kept() != before
        kept().split(':')[1] != before.split(':')[1]
        bean(Vault).open(tenant(), 'shop.safe.secret', kept()) == 'rotate me'
        verify().sound
    }
}
