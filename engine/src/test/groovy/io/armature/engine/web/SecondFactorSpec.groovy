package io.armature.engine.web

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
