package io.armature.engine.web

import io.armature.metadata.archive.ArchiveWriter
import java.util.concurrent.Callable
import java.util.concurrent.Executors

/** Second factors. */
class SecondFactorSpec extends SigningInSpecification {
    def 'a second factor is asked for once it is confirmed, and each code works once'() {
        given:
        user('hal')
        def who = signedIn('hal')
        def begun = who.post('/api/auth/otp').json
        def secret = begun.secret as String

        expect: 'what is not confirmed does not count'
        begun.uri.startsWith('otpauth://totp/')
        login('hal').status == 200
        who.post('/api/auth/otp/confirm', [otp: '000000']).status == 401

        when:
        def codes = who.post('/api/auth/otp/confirm', [otp: code(secret, -1)]).json.recoveryCodes
        def present = code(secret)

        then:
        codes.size() == 10
        with(login('hal')) { status == 401 && json.code == 'AR-320' }
        with(login('hal', 'wrong horse')) { status == 401 && json.code == 'AR-301' }
        with(login('hal', PASSWORD, [otp: '12345x'])) { status == 401 && json.code == 'AR-321' }
        login('hal', PASSWORD, [otp: present]).status == 200
        login('hal', PASSWORD, [otp: present]).status == 401

        and: 'a recovery code too'
        login('hal', PASSWORD, [otp: codes[0]]).status == 200
        login('hal', PASSWORD, [otp: codes[0]]).status == 401
        who.get('/api/auth/otp').json == [enrolled: true, required: false, recoveryCodes: 9]

        and: 'neither secret nor codes stand in the database'
        !sql.rows('select secret from tenant_main."sys$otp"')*.secret.any { (it as String).contains(secret) }
        who.post('/api/auth/otp').status == 409

        and: 'taking it off needs password and code'
        who.post('/api/auth/otp/remove', [password: PASSWORD, otp: '000000']).status == 401
        who.post('/api/auth/otp/remove', [password: PASSWORD, otp: codes[1]]).status == 204
        login('hal').status == 200
    }

    def 'recovery codes that are used, and made anew, are in the trail, but none of them'() {
        given:
        user('rec')
        def who = signedIn('rec')
        def secret = who.post('/api/auth/otp').json.secret as String
        def codes = who.post('/api/auth/otp/confirm', [otp: code(secret, -1)]).json.recoveryCodes as List<String>

        when:
        assert login('rec', PASSWORD, [otp: codes[0]]).status == 200
        assert who.post('/api/auth/otp/recovery', [otp: codes[1]]).status == 200

        then:
        def rec = sql.firstRow('select id from tenant_main."sys$user" where username = \'rec\'').id
        def told = sql.rows('select action, record, actor, changes::text || details::text as text from tenant_main."sys$audit" where record = ? order by id', [rec])
        told*.action.findAll { it.startsWith('recovery') } == ['recovery_used', 'recovery_used', 'recovery_renewed']
        told.findAll { it.action.startsWith('recovery') }.every { it.actor == rec }
        !told.any { row -> codes.any { row.text.contains(it) || row.text.contains(it.replace('-', '')) } }
    }

    def 'a code that is used by many at once lets one in, and so does a recovery code'() {
        given:
        user('gil')
        def who = signedIn('gil')
        def secret = who.post('/api/auth/otp').json.secret as String
        def codes = who.post('/api/auth/otp/confirm', [otp: code(secret, -1)]).json.recoveryCodes
        def people = Executors.newFixedThreadPool(8)
        def atOnce = { String otp -> people.invokeAll((1..8).collect { { -> login('gil', PASSWORD, [otp: otp]).status } as Callable<Integer> })*.get() }

        expect:
        atOnce(code(secret)).count(200) == 1
        atOnce(codes[0] as String).count(200) == 1
        who.get('/api/auth/otp').json.recoveryCodes == 9

        cleanup:
        people.shutdown()
    }

    def 'who has a role that demands a second factor can only set it up until he did'() {
        given:
        administrator.post('/api/sys/role', [name: 'treasurer', title: 'Treasurer', otp_required: true])
        user('ida', [roles: ['treasurer', 'administrator']])
        def who = signedIn('ida')

        expect:
        who.get('/api/shop/article').json.code == 'AR-323'
        who.get('/api/auth/otp').json.required
        me(who) == 200

        when:
        enrol(who)

        then:
        who.get('/api/shop/article').status == 200
        login('ida').json.code == 'AR-320'

        when: 'an administrator takes it off'
        administrator.delete('/api/auth/users/ida/otp')

        then:
        who.get('/api/shop/article').status == 403
    }

    def 'who has not set it up yet makes no users or tokens, and acts as nobody: #method #path'() {
        given:
        sql.execute('delete from tenant_main."sys$user" where username = \'lea\'')
        if (!administrator.get('/api/sys/role?filter=name==%27keyholder%27').json.data) {
            assert administrator.post('/api/sys/role', [name: 'keyholder', title: 'Keyholder', otp_required: true]).status == 201
        }
        user('lea', [roles: ['keyholder', 'administrator']])

        expect:
        with(signedIn('lea').call(method, path, body)) { [status, json.code] == [403, 'AR-323'] }

        where:
        method   | path                           | body
        'POST'   | '/api/auth/impersonate'        | [username: 'admin']
        'GET'    | '/api/auth/users'              | null
        'POST'   | '/api/auth/users'              | [username: 'later', password: SigningInSpecification.PASSWORD, roles: ['administrator']]
        'POST'   | '/api/auth/users/admin/password' | [password: 'an easy way around']
        'DELETE' | '/api/auth/users/admin/otp'    | null
        'POST'   | '/api/auth/tokens'             | [name: 'later']
        'POST'   | '/api/auth/invite'             | [email: 'later@example.org']
        'GET'    | '/api/auth/sites'              | null
    }

    def 'roles that inherit one that demands it demand it, too: #role'() {
        given:
        def files = [
            'pack.yaml'          : 'pack: tills\nversion: 1.0.0\ntitle: Tills\nengine: ">=0.1"\n',
            'roles/till.yaml'    : 'title: Till\ngrants: {}\n',
            'roles/headtill.yaml': 'title: Head\ninherits: [till]\ngrants: {}\n',
            'roles/porter.yaml'  : 'title: Porter\ngrants: {}\n',
        ].collectEntries { path, text -> [path, text.bytes] } as Map<String, byte[]>
        administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', new ArchiveWriter().write(files, Optional.empty()))
        administrator.post('/api/packs/install', [packs: ['tills']])
        assert administrator.put('/api/access/roles/tills.guest', [title: 'Guest', inherits: ['till'], grants: [:]]).status == 200
        administrator.post('/api/sys/role', [name: 'tills.till', title: 'Till', otp_required: true])
        user("of_$role", [roles: ["tills.$role".toString()]])

        expect:
        (signedIn("of_$role").get('/api/auth/otp').json.required as boolean) == demanded

        where:
        role       || demanded
        'till'     || true
        'headtill' || true
        'guest'    || true
        'porter'   || false
    }

    def 'rights that were lent demand it of whoever uses them'() {
        given:
        administrator.post('/api/sys/role', [name: 'cashier', title: 'Cashier', otp_required: true])
        user('jim', [roles: ['cashier']])
        user('kay')
        def jim = signedIn('jim')
        enrol(jim)
        def kay = sql.firstRow('select id from tenant_main."sys$user" where username = \'kay\'').id

        when:
        assert jim.post('/api/access/delegations', [delegate: kay, until: '2100-01-01']).status == 201

        then:
        with(signedIn('kay')) { [it.get('/api/shop/article').json.code, it.get('/api/auth/otp').json.required] == ['AR-323', true] }
    }
}
