package io.armature.engine.web

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator
import com.sun.management.OperatingSystemMXBean
import groovy.sql.Sql
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import io.armature.engine.testing.TestServer
import java.lang.management.ManagementFactory
import java.time.Instant
import javax.crypto.spec.SecretKeySpec
import org.apache.commons.codec.binary.Base32
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** Sessions, tokens, second factors, and what keeps guessers out. */
class SigningInSpec extends ServerSpecification {
    private static final String PASSWORD = 'a long enough one'
    @Shared Sql sql = new Sql(database)

    def setupSpec() {
        def digest = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(1)).json.digest
        assert administrator.post('/api/packs/install', [packs: [digest]]).status == 200
    }

    def cleanup() {
        sql.execute('delete from tenant_main."sys$attempt"')
    }

    private void user(String name, Map more = [:]) {
        assert administrator.post('/api/sys/user', [username: name, name: name, password: PASSWORD] + more).status == 201
    }

    private Answer login(String name, String password = PASSWORD, Map more = [:]) {
        caller.post('/api/auth/login', [username: name, password: password] + more)
    }

    private Caller signedIn(String name, Map more = [:]) {
        def answer = login(name, PASSWORD, more)
        assert answer.status == 200
        caller.withToken(answer.json.accessToken as String)
    }

    private int me(Caller who) {
        who.get('/api/auth/me').status
    }

    private List<Map> trail(String action) {
        sql.rows('select * from tenant_main."sys$audit" where action = ? order by at', [action]) as List<Map>
    }

    private static String code(String secret, int steps = 0) {
        new TimeBasedOneTimePasswordGenerator()
            .generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), 'HmacSHA1'), Instant.now().plusSeconds(30 * steps))
    }

    private String enrol(Caller who) {
        def secret = who.post('/api/auth/otp').json.secret as String
        def answer = who.post('/api/auth/otp/confirm', [otp: code(secret, -1)])
        assert answer.status == 200
        secret
    }

    def 'a refresh token that was spent ends the session, for every token of it and on every node'() {
        given:
        user('ada')
        def first = login('ada').json
        def second = caller.post('/api/auth/refresh', [refreshToken: first.refreshToken]).json
        def who = caller.withToken(second.accessToken as String)
        def node = new TestServer(server.database)
        assert me(who) == 200
        assert node.caller.with(who.headers).get('/api/auth/me').status == 200

        when:
        def reused = caller.post('/api/auth/refresh', [refreshToken: first.refreshToken])

        then:
        reused.status == 401
        me(who) == 401
        caller.post('/api/auth/refresh', [refreshToken: second.refreshToken]).status == 401
        new PollingConditions(timeout: 2).eventually {
            assert node.caller.with(who.headers).get('/api/auth/me').status == 401
        }
        trail('refresh_reused').size() == 1

        cleanup:
        node.close()
    }

    def 'a refresh token of #what is refused'() {
        expect:
        caller.with(headers).post('/api/auth/refresh', [refreshToken: token]).status == 401

        where:
        what         | headers | token
        'nobody'     | [:]     | 'AAAA'
        'no form'    | [:]     | '*%&'
        'made up id' | [:]     | Base64.urlEncoder.withoutPadding().encodeToString(new byte[80])
    }

    def 'sessions are listed without secrets, and ended one by one or all at once'() {
        given:
        user('bob')
        def here = signedIn('bob')
        def there = signedIn('bob')
        def other = caller.with('User-Agent': 'Reader 1.0').post('/api/auth/login', [username: 'bob', password: PASSWORD])

        when:
        def list = here.get('/api/auth/sessions').json.data

        then:
        list.size() == 3
        list.count { it.current } == 1
        list*.address.unique() == ['127.0.0.1']
        list.any { it.userAgent == 'Reader 1.0' }

        when:
        def reader = list.find { it.userAgent == 'Reader 1.0' }
        assert here.delete("/api/auth/sessions/$reader.id").status == 204

        then:
        me(caller.withToken(other.json.accessToken as String)) == 401
        me(there) == 200

        and: 'nobody ends those of others'
        administrator.delete("/api/auth/sessions/${list.find { it.current }.id}").status == 404

        when:
        here.delete('/api/auth/sessions?others=true')

        then:
        me(here) == 200
        me(there) == 401

        when:
        here.delete('/api/auth/sessions')

        then:
        me(here) == 401
    }

    def 'a user changes his password with the old one, and stays signed in only here'() {
        given:
        user('cyd')
        def here = signedIn('cyd')
        def there = signedIn('cyd')

        expect:
        here.post('/api/auth/password', [password: 'not the old one', newPassword: 'a new and long one']).status == 401
        here.post('/api/auth/password', [password: PASSWORD, newPassword: 'short']).status == 422
        here.post('/api/auth/password', [password: PASSWORD, newPassword: 'a new and long one']).status == 204
        me(here) == 200
        me(there) == 401
        login('cyd').status == 401
        login('cyd', 'a new and long one').status == 200
    }

    def 'a password written over REST, or a user put to rest, ends his sessions'() {
        given:
        user('dan')
        def who = signedIn('dan')
        def id = who.get('/api/auth/me').json.id

        when:
        administrator.patch("/api/sys/user/$id", change)

        then:
        me(who) == 401
        login('dan').status == 401

        cleanup:
        administrator.delete("/api/sys/user/$id")

        where:
        change << [[password: 'quite another one'], [active: false]]
    }

    def 'the password #password is refused: #why'() {
        when:
        def answer = administrator.post('/api/auth/users', [username: 'charlotte', password: password])

        then:
        answer.status == 422
        answer.json.code == code
        administrator.post('/api/sys/user', [username: 'charlotte', name: 'C', password: password]).status == (why == 'the name' ? 201 : 422)

        cleanup:
        sql.execute("delete from tenant_main.\"sys\$user\" where username = 'charlotte'")

        where:
        password         | why             || code
        'seven77'        | 'too short'     || 'AR-403'
        'x' * 201        | 'too long'      || 'AR-403'
        'Password2026!'  | 'common'        || 'AR-324'
        'p4$$w0rd'       | 'disguised'     || 'AR-324'
        'MotDePasse1'    | 'French'        || 'AR-324'
        '123456789'      | 'a run'         || 'AR-324'
        'qwertyuiop'     | 'a row of keys' || 'AR-324'
        'aaaaaaaabbbb'   | 'few letters'   || 'AR-324'
        'Charlotte1!'    | 'the name'      || 'AR-324'
    }

    def 'a tenant asks for longer passwords'() {
        given:
        def policy = administrator.get('/api/sys/sign_in_policy').json.data.first()
        administrator.patch("/api/sys/sign_in_policy/$policy.id", [password_length: 20])

        expect:
        administrator.post('/api/auth/users', [username: 'eve', password: 'a long enough one']).json.code == 'AR-403'
        administrator.post('/api/auth/users', [username: 'eve', password: 'a really long enough one']).status == 201

        cleanup:
        administrator.patch("/api/sys/sign_in_policy/$policy.id", [password_length: 8])
    }

    def 'a token of the scopes #scopes does #what: #status'() {
        given:
        def made = administrator.post('/api/auth/tokens', [name: 'scoped', scopes: scopes])
        assert made.status == 201
        def program = caller.withToken(made.json.token as String)

        expect:
        program.call(method, path, body).status == status

        where:
        scopes                 | method  | path                            | body                     || status
        ['read']               | 'GET'   | '/api/shop/article'             | null                     || 200
        ['read']               | 'POST'  | '/api/shop/article'             | [code: 's1', name: 'S']  || 403
        ['read']               | 'POST'  | '/api/shop/article/query'       | [limit: 1]               || 200
        ['read:shop']          | 'GET'   | '/api/shop/article'             | null                     || 200
        ['read:shop']          | 'GET'   | '/api/sys/user'                 | null                     || 403
        ['read:shop.article']  | 'GET'   | '/api/shop/article'             | null                     || 200
        ['read:shop.article']  | 'GET'   | '/api/sys/role'                 | null                     || 403
        ['write:shop.article'] | 'POST'  | '/api/shop/article'             | [code: 's2', name: 'S']  || 201
        ['write:shop.article'] | 'GET'   | '/api/shop/article'             | null                     || 200
        ['write:sys.role']     | 'POST'  | '/api/shop/article'             | [code: 's3', name: 'S']  || 403
        ['read', 'write']      | 'GET'   | '/api/auth/users'               | null                     || 403
        ['write']              | 'POST'  | '/api/auth/tokens'              | [name: 'more']           || 403
        ['write']              | 'POST'  | '/api/packs/plan'               | [:]                      || 403
        ['write']              | 'POST'  | '/api/auth/password'            | [password: 'x', newPassword: 'y'] || 403
        ['read']               | 'GET'   | '/api/auth/me'                  | null                     || 200
        []                     | 'GET'   | '/api/auth/users'               | null                     || 200
        what = "$method $path"
    }

    def 'links lead a token no further than its scopes'() {
        given:
        administrator.post('/api/shop/article', [code: 'linked', name: 'Linked'])
        def made = administrator.post('/api/auth/tokens', [name: 'scoped', scopes: ['read:shop.article']]).json
        def answer = caller.withToken(made.token as String).get("/api/shop/article?filter=code=='linked'&fields=code,owner(username,email)")

        expect:
        administrator.get("/api/shop/article?filter=code=='linked'&fields=code,owner(username)").text.contains('admin')
        !answer.text.contains('admin')
    }

    def 'tokens: #what is refused'() {
        expect:
        administrator.post('/api/auth/tokens', order).status == status

        where:
        what            | order                                || status
        'no scope'      | [name: 'x', scopes: ['everything']]  || 422
        'no time'       | [name: 'x', expiresAt: 'tomorrow']   || 422
        'a past of days'| [name: 'x', days: 0]                 || 422
        'nobody'        | [name: 'x', username: 'nobody']      || 422
    }

    def 'a token stops when its time is over; a user has tokens of his own only'() {
        given:
        user('fay')
        def fay = signedIn('fay')
        def token = fay.post('/api/auth/tokens', [name: 'mine', days: 1]).json
        assert me(caller.withToken(token.token as String)) == 200

        expect:
        fay.get('/api/auth/tokens').json.data*.name == ['mine']
        fay.get('/api/auth/tokens?all=true').status == 403
        fay.post('/api/auth/tokens', [name: 'x', username: 'admin']).status == 403
        administrator.get('/api/auth/tokens?username=fay').json.data*.name == ['mine']

        when:
        sql.execute('update tenant_main."sys$token" set expires_at = now() - interval \'1 second\' where id = ?::uuid', [token.id])
        def again = new TestServer(server.database)

        then:
        again.caller.withToken(token.token as String).get('/api/auth/me').status == 401

        cleanup:
        again.close()
    }

    def 'spraying one password over many names is stopped by address, and the wait doubles'() {
        when:
        def answers = (1..40).collect { login("victim$it", 'Summer of love').status }
        def stopped = login('victim99', 'Summer of love')

        then:
        answers == [401] * 40
        stopped.status == 429
        stopped.json.code == 'AR-112'
        (stopped.header('Retry-After') as int) in 1..5

        when: 'the wait is over and the next one fails'
        sql.execute('update tenant_main."sys$attempt" set blocked_until = now()')
        login('victim100', 'Summer of love')

        then:
        (login('victim101', 'Summer of love').header('Retry-After') as int) in 6..10

        and: 'not even the right password is looked at'
        login('admin', TestServer.PASSWORD).status == 429
    }

    def 'all nodes count together'() {
        given:
        user('gus')
        def second = new TestServer(server.database)
        def nodes = [caller, second.caller]

        expect:
        (0..9).collect { nodes[it % 2].post('/api/auth/login', [username: 'gus', password: 'guess']).status } == [401] * 10
        nodes*.post('/api/auth/login', [username: 'gus', password: PASSWORD])*.status == [429, 429]

        cleanup:
        second.close()
    }

    def 'no answer and no time tells #what from a wrong password'() {
        given:
        if (more != null) {
            user(name, more)
        }
        def body = { String text -> text.replaceAll(/"(detail|hint)":"[^"]*"/, '') }
        // The work of this process, whatever else the machine is doing.
        def system = ManagementFactory.operatingSystemMXBean as OperatingSystemMXBean
        def time = { String who -> def start = system.processCpuTime; login(who, 'wrong horse'); system.processCpuTime - start }
        (1..2).each { time('admin'); time(name) }

        when:
        def here = login(name, 'wrong horse')
        def there = login('admin', 'wrong horse')
        def ratio = (1..4).collect { time(name) }.min() / (1..4).collect { time('admin') }.min()

        then:
        here.status == there.status
        here.text == there.text
        ratio > 0.5 && ratio < 2

        where:
        what                | name      | more
        'an unknown name'   | 'nobody'  | null
        'a resting user'    | 'resting' | [active: false]
        'one without'       | 'without' | [password: null]
    }

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

    def 'an administrator acts in a name, with both names in the trail, and never upwards'() {
        given:
        user('joe')
        user('kim', [roles: ['administrator']])

        when:
        def answer = administrator.post('/api/auth/impersonate', [username: 'joe'])
        def joe = caller.withToken(answer.json.accessToken as String)

        then:
        answer.status == 200
        answer.header('Set-Cookie').startsWith('armature_impersonation=')
        joe.get('/api/auth/me').json.username == 'joe'
        joe.get('/api/shop/article').status == 403
        with(trail('impersonate').last()) {
            actor == sql.firstRow('select id from tenant_main."sys$user" where username = \'joe\'').id
            real_actor == sql.firstRow('select id from tenant_main."sys$user" where username = \'admin\'').id
        }

        and: 'what is his alone stays so'
        joe.post('/api/auth/tokens', [name: 'x']).status == 403
        joe.post('/api/auth/otp').status == 403
        joe.post('/api/auth/password', [password: PASSWORD, newPassword: 'a new and long one']).status == 403
        caller.post('/api/auth/refresh', [refreshToken: answer.json.refreshToken]).status == 401

        and: 'nobody acts as an administrator, or without being one'
        administrator.post('/api/auth/impersonate', [username: 'kim']).status == 403
        signedIn('joe').post('/api/auth/impersonate', [username: 'joe']).status == 403
    }

    def 'acting in a name ends, by itself and with its administrator'() {
        given:
        user('lea')
        user('max', [roles: ['administrator']])
        def max = signedIn('max')
        def act = { caller.withToken(max.post('/api/auth/impersonate', [username: 'lea']).json.accessToken as String) }

        when:
        def lea = act()

        then:
        lea.delete('/api/auth/impersonate').status == 204
        me(lea) == 401
        me(max) == 200
        max.delete('/api/auth/impersonate').status == 403

        when:
        lea = act()
        max.delete('/api/auth/sessions')

        then:
        me(lea) == 401
    }

    def 'what the caller program calls itself does no harm'() {
        given:
        user('ned')

        when:
        def answer = caller.with('User-Agent': "<script>\t'; drop table x; --${'z' * 5000}".toString())
            .post('/api/auth/login', [username: 'ned', password: PASSWORD])

        then:
        answer.status == 200
        sql.firstRow('select max(length(user_agent)) as longest from tenant_main."sys$session"').longest <= 300
    }
}
