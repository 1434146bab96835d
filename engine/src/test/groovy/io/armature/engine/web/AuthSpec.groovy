package io.armature.engine.web

import groovy.sql.Sql
import io.armature.engine.testing.Answer
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.TestServer
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

class AuthSpec extends ServerSpecification {
    @Shared @AutoCleanup TestServer second

    def setupSpec() {
        second = new TestServer(server.database)
    }

    private Map signIn(Map credentials = [username: 'admin', password: TestServer.PASSWORD]) {
        def answer = caller.post('/api/auth/login', credentials)
        [status: answer.status, json: answer.json, cookie: answer.header('Set-Cookie')?.tokenize(';')?.first()]
    }

    private int me(Map<String, String> headers) {
        caller.with(headers).get('/api/auth/me').status
    }

    private static Map<String, String> bearer(String token) {
        [Authorization: "Bearer $token".toString()]
    }

    def 'signing in gives tokens, a cookie that scripts cannot read, and the user'() {
        when:
        def answer = caller.post('/api/auth/login', [username: 'ADMIN', password: TestServer.PASSWORD])

        then:
        answer.status == 200
        answer.json.user.username == 'admin'
        answer.json.accessToken && answer.json.refreshToken
        answer.header('Set-Cookie').contains('HTTPOnly')
        answer.header('Set-Cookie').contains('SameSite=Lax')
    }

    def 'the wrong #what is refused without saying which'() {
        when:
        def answer = signIn(username: username, password: password)

        then:
        answer.status == 401
        answer.json.code == 'AR-301'

        where:
        what       | username           | password
        'name'     | 'nobody'           | TestServer.PASSWORD
        'password' | 'admin'            | 'wrong horse'
        'both'     | "' or 1=1 --\u0000" | 'x' * 100_000
    }

    def 'everything else under /api needs a sign-in'() {
        expect:
        me([:]) == 401
        me(bearer('x')) == 401
        me(Cookie: 'armature_session=made-up') == 401
        caller.get('/api/meta/entities').status == 401
        caller.get('/health').status == 200
    }

    def 'a token that was changed by one character is refused'() {
        given:
        String token = signIn().json.accessToken
        int at = token.lastIndexOf('.') + 3

        expect:
        me(bearer(token)) == 200
        me(bearer(token.substring(0, at) + (token[at] == 'A' ? 'B' : 'A') + token.substring(at + 1))) == 401
    }

    private static List<Answer> atOnce(int times, Closure<Answer> request) {
        def people = Executors.newFixedThreadPool(times)
        try {
            people.invokeAll((1..times).collect { number -> { -> request(number) } as Callable<Answer> })*.get()
        } finally {
            people.shutdown()
        }
    }

    def 'a refresh token works once'() {
        given:
        String token = signIn().json.refreshToken
        def refresh = { caller.post('/api/auth/refresh', [refreshToken: token]) }

        when:
        def first = refresh()

        then:
        first.status == 200
        me(bearer(first.json.accessToken)) == 200
        refresh().status == 401
    }

    def 'signing out ends the session for cookie and token alike'() {
        given:
        def session = signIn()
        def headers = bearer(session.json.accessToken)

        expect:
        me(headers) == 200
        caller.with(headers).call('POST', '/api/auth/logout').status == 204
        me(headers) == 401
        me(Cookie: session.cookie) == 401
    }

    def 'a write by cookie from #what is #verdict'() {
        given:
        def headers = [Cookie: signIn().cookie] + sent

        expect:
        caller.with(headers).post('/api/packs/plan').status == status

        where:
        what                  | sent                               || status
        'nowhere'             | [:]                                || 403
        'another site'        | [Origin: 'https://evil.example']   || 403
        'another site, newly' | ['Sec-Fetch-Site': 'cross-site']   || 403
        'our own page'        | ['Sec-Fetch-Site': 'same-origin']  || 422
        'our own script'      | ['X-Requested-With': 'fetch']      || 422
        verdict = status == 403 ? 'refused' : 'let in'
    }

    def 'a new password ends sessions at once, on every node'() {
        given:
        administrator.post('/api/auth/users', [username: 'zoe', name: 'Zoé', password: 'first password'])
        def headers = bearer(signIn(username: 'zoe', password: 'first password').json.accessToken)
        def meThere = { second.caller.with(headers).get('/api/auth/me').status }

        expect:
        me(headers) == 200
        meThere() == 200

        when:
        administrator.post('/api/auth/users/zoe/password', [password: 'second password'])

        then:
        new PollingConditions(timeout: 2).eventually {
            assert me(headers) == 401
            assert meThere() == 401
        }
        signIn(username: 'zoe', password: 'second password').status == 200
    }

    def 'a refresh token that is used on two nodes at once works once, and what it gave ends with its session'() {
        given:
        administrator.post('/api/auth/users', [username: 'yan', name: 'Yan', password: 'first password'])
        String token = signIn(username: 'yan', password: 'first password').json.refreshToken

        when:
        def answers = atOnce(8) { int number -> (number % 2 ? second.caller : caller).post('/api/auth/refresh', [refreshToken: token]) }

        then:
        answers*.status.sort() == [200] + [401] * 7
        new PollingConditions(timeout: 2).eventually { assert me(bearer(answers.find { it.status == 200 }.json.accessToken)) == 401 }
    }

    def 'after ten wrong passwords a name has to wait'() {
        given:
        def attempt = { signIn(username: 'mallory', password: 'guess').status }

        expect:
        (1..10).collect { attempt() } == [401] * 10
        attempt() == 429
    }

    def 'a token for programs works until it is revoked, and only its hash is kept'() {
        when:
        def made = administrator.post('/api/auth/tokens', [name: 'nightly']).json
        String token = made.token

        then:
        me(bearer(token)) == 200
        new Sql(database).firstRow('select token_hash from tenant_main."sys$token"').token_hash != token.bytes
        !administrator.get('/api/auth/tokens').text.contains(token)

        when:
        administrator.delete("/api/auth/tokens/$made.id")

        then:
        me(bearer(token)) == 401
    }
}
