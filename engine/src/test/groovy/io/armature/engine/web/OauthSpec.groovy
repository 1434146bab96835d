package io.armature.engine.web

import groovy.json.JsonSlurper
import com.nimbusds.jose.jwk.RSAKey
import groovy.sql.Sql
import io.armature.engine.identity.PeerAddresses
import io.armature.engine.identity.PeerNames
import io.armature.engine.testing.Answer
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Signing in by a provider that signs real tokens. */
class OauthSpec extends Specification {
    private static final Map<String, String> PRIVATE = [ARMATURE_PRIVATE_PEERS: 'true']
    @Shared @AutoCleanup OpenIdProvider provider = new OpenIdProvider()
    @Shared @AutoCleanup TestServer server = new TestServer(PRIVATE)
    @Shared Sql sql = new Sql(server.database)
    @Shared String id

    def setupSpec() {
        def answer = server.administrator.post('/api/sys/oauth_provider', [
            name: 'test', title: 'Test', issuer: provider.issuer, client_id: OpenIdProvider.CLIENT, client_secret: OpenIdProvider.SECRET,
            role_claim: 'realm.roles', role_map: [staff: ['staff.member'], boss: ['administrator', 'staff.member']],
            group_claim: 'departments', group_map: [north: 'north'], sign_up: true, default_roles: ['guest']])
        assert answer.status == 201
        id = answer.json.id
    }

    def setup() {
        provider.forge = { it }
        provider.signing = 'RS256'
        server.administrator.patch("/api/sys/oauth_provider/$id", [sign_up: true, link_by_email: false, issuer: provider.issuer, active: true])
    }

    private Map begin(String redirect = null) {
        def answer = server.caller.get('/api/auth/oauth/test' + (redirect == null ? '' : "?redirect=${URLEncoder.encode(redirect, 'UTF-8')}"))
        assert answer.status == 303
        [address: answer.header('Location'), cookie: answer.header('Set-Cookie').tokenize(';').first()]
    }

    private Answer end(Map back, String cookie) {
        def place = '/api/auth/oauth/test/callback?' + back.findAll { it.key in ['code', 'state', 'error'] }
            .collect { "$it.key=${URLEncoder.encode(it.value as String, 'UTF-8')}" }.join('&')
        server.caller.with(cookie ? [Cookie: cookie] : [:]).get(place)
    }

    private Answer signIn(Map claims, String redirect = null) {
        provider.claims = claims
        def begun = begin(redirect)
        end(provider.signIn(begun.address as String), begun.cookie as String)
    }

    private static Map<String, String> session(Answer answer) {
        [Cookie: answer.headers('Set-Cookie').find { it.startsWith('armature_session=') }.tokenize(';').first()]
    }

    private Map me(Answer answer) {
        server.caller.with(session(answer)).get('/api/auth/me').json as Map
    }

    def 'the providers stand on the sign-in page, without secrets'() {
        expect:
        server.caller.get('/api/auth/providers').json.data == [[name: 'test', title: 'Test', url: '/api/auth/oauth/test']]
        !server.administrator.get('/api/sys/oauth_provider').text.contains(OpenIdProvider.SECRET)
        !(sql.firstRow('select client_secret from tenant_main."sys$oauth_provider"').client_secret as String).contains(OpenIdProvider.SECRET)
    }

    def 'somebody new gets an account, with the roles and groups that the provider tells'() {
        when:
        def answer = signIn([sub: 's-ada', preferred_username: 'ada', name: 'Ada', email: 'ada@example.org', realm: [roles: ['staff', 'unknown']]], '/crm/opportunity?x=1')

        then:
        answer.status == 303
        answer.header('Location') == '/crm/opportunity?x=1'
        with(me(answer)) {
            username == 'ada'
            name == 'Ada'
            roles as Set == ['guest', 'staff.member'] as Set
        }

        when: 'he comes again, as somebody who rose'
        def again = signIn([sub: 's-ada', preferred_username: 'renamed', realm: [roles: ['boss']]])

        then:
        me(again).id == me(answer).id
        me(again).roles as Set == ['guest', 'administrator', 'staff.member'] as Set

        and: 'the trail tells what he got, and by whom'
        def told = sql.rows('select action, changes::text as changes, details::text as details from tenant_main."sys$audit"'
            + ' where record = ?::uuid and action in (\'create\', \'update\') order by at, id', [me(answer).id])
        told.last().action == 'update'
        new JsonSlurper().parseText(told.last().changes as String).roles == [['guest', 'staff.member'], ['administrator', 'guest', 'staff.member']]
        (new JsonSlurper().parseText(told.first().changes as String) as Map).subMap('username', 'roles') == [username: [null, 'ada'], roles: [[], ['guest']]]
        told.every { it.details.contains('"oauth:test"') }
    }

    def 'after a change of its keys the provider is believed'() {
        given:
        signIn([sub: 's-ada'])

        when:
        provider.key = OpenIdProvider.newKey()

        then:
        me(signIn([sub: 's-ada'])).username == 'ada'
    }

    def 'a token that is #what is refused'() {
        given:
        provider.signing = signing
        provider.forge = forge

        when:
        def answer = signIn([sub: 's-ada'])

        then:
        answer.status == 502
        answer.json.code == 'AR-326'
        !answer.headers('Set-Cookie').any { it.startsWith('armature_session') }

        where:
        what                     | signing | forge
        'not signed'             | 'none'  | { it }
        'signed with its public key' | 'HS256' | { it }
        "another provider's"     | 'RS256' | { it + [iss: 'https://evil.example'] }
        'for another client'     | 'RS256' | { it + [aud: 'another'] }
        'too old'                | 'RS256' | { it + [exp: it.iat - 3600] }
        "another sign-in's"      | 'RS256' | { it + [nonce: 'replayed'] }
        'without a nonce'        | 'RS256' | { it.findAll { claim -> claim.key != 'nonce' } }
        'of somebody else'       | 'RS256' | { it + [sub: 's-eve'] }
    }

    def 'a token signed with a key of somebody else is refused'() {
        given:
        def right = provider.key
        provider.claims = [sub: 's-ada']
        def begun = begin()
        def back = provider.signIn(begun.address as String)
        def evil = new OpenIdProvider()
        provider.forge = { claims ->
            provider.key = new RSAKey.Builder(evil.key).keyID(right.keyID).build()
            claims
        }

        expect: 'its number is right, the key is not'
        end(back, begun.cookie as String).status == 502

        cleanup:
        provider.key = right
        evil.close()
    }

    def 'what comes back must belong to this browser and this sign-in: #what'() {
        given:
        provider.claims = [sub: 's-ada']
        def mine = begin()
        def back = provider.signIn(mine.address as String)
        def others = begin()
        def spent = provider.tokens

        expect:
        end(change(back), cookie(mine, others)).status == 502
        provider.tokens == spent

        where:
        what                   | change                           | cookie
        'no cookie'            | { it }                           | { own, other -> null }
        "another's cookie"     | { it }                           | { own, other -> other.cookie }
        'another state'        | { it + [state: 'x'] }            | { own, other -> own.cookie }
        'no state'             | { it.findAll { p -> p.key != 'state' } } | { own, other -> own.cookie }
        'no code'              | { it.findAll { p -> p.key != 'code' } + [error: 'access_denied'] } | { own, other -> own.cookie }
        'a cookie of our own making' | { it }                     | { own, other -> 'armature_oauth=eyJzdGF0ZSI6IngifQ' }
    }

    def 'a code works once'() {
        given:
        provider.claims = [sub: 's-ada']
        def begun = begin()
        def back = provider.signIn(begun.address as String)

        expect:
        end(back, begun.cookie as String).status == 303
        end(back, begun.cookie as String).status == 502
    }

    def 'afterwards a browser goes to #place, when #asked was asked for'() {
        expect:
        signIn([sub: 's-ada'], asked).header('Location') == place

        where:
        asked                        || place
        '/crm/opportunity'           || '/crm/opportunity'
        'https://evil.example'       || '/'
        '//evil.example'             || '/'
        '/\\evil.example'            || '/'
        '/x\r\nSet-Cookie: a=b'      || '/'
        'javascript:alert(1)'        || '/'
        ''                           || '/'
    }

    def 'an account is linked by #what: #status'() {
        given:
        server.administrator.patch("/api/sys/oauth_provider/$id", [sign_up: false, link_by_email: allowed])
        server.administrator.post('/api/sys/user', [username: name, name: name, email: "$name@example.org".toString(), password: 'a long enough one', active: active])

        expect:
        signIn([sub: "s-$name".toString(), preferred_username: preferred ?: 'x', email: "$name@example.org".toString(), email_verified: verified]).status == status

        where:
        name  | allowed | verified | active | preferred || status
        'bob' | true    | true     | true   | null      || 303
        'cyd' | true    | false    | true   | null      || 403
        'dan' | false   | true     | true   | null      || 403
        'eve' | true    | true     | false  | null      || 403
        'fay' | false   | false    | true   | 'fay'     || 403
        what = "address: allowed $allowed, verified $verified, active $active"
    }

    def 'a name that is taken gives no account, and no more does a user put to rest'() {
        given:
        def gus = me(signIn([sub: 's-gus', preferred_username: 'gus']))
        server.administrator.patch("/api/sys/user/$gus.id", [active: false])

        expect:
        signIn([sub: 's-gus', preferred_username: 'gus2']).status == 403
        signIn([sub: 's-hal', preferred_username: 'admin']).status == 403
    }

    def 'a name that only looks like another gives no account: #name'() {
        expect:
        signIn([sub: "s-${name.hashCode()}".toString(), preferred_username: name]).status == 403
        sql.firstRow('select count(*) as n from tenant_main."sys$user" where username = ?', [name]).n == 0

        where:
        name << ['admin\u200b', 'аdmin', ' admin', 'ａdmin']
    }

    def 'a provider that is put to rest, or that is unknown, lets nobody in'() {
        given:
        server.administrator.patch("/api/sys/oauth_provider/$id", [active: false])

        expect:
        server.caller.get('/api/auth/oauth/test').status == 404
        server.caller.get('/api/auth/oauth/nothing').status == 404
        server.caller.get('/api/auth/oauth/..%2Ftest').status in [400, 404]
    }

    def 'addresses inside are not called unless the operator allows it'() {
        given:
        def strict = new TestServer(Database.fresh())
        strict.administrator.post('/api/sys/oauth_provider', [name: 'test', title: 'Test', issuer: issuer, client_id: 'x'])

        expect:
        strict.caller.get('/api/auth/oauth/test').status == 502

        cleanup:
        strict.close()

        where:
        issuer << ['https://localhost:1', 'https://127.0.0.1', 'https://[::1]', 'https://169.254.169.254', 'http://example.org']
    }

    def 'a browser that comes back for nothing is led to the sign-in page, and the trail tells of it'() {
        given:
        provider.signing = 'none'
        def begun = begin()
        def back = provider.signIn(begun.address as String)
        def place = '/api/auth/oauth/test/callback?' + back.findAll { it.key in ['code', 'state'] }.collect { "$it.key=${URLEncoder.encode(it.value as String, 'UTF-8')}" }.join('&')

        when:
        def answer = server.caller.with(Cookie: begun.cookie as String, Accept: 'text/html,*/*', 'X-Request-Id': 'came-back').get(place)

        then:
        answer.status == 303
        answer.header('Location') == '../../../../?refused=AR-326'
        !answer.headers('Set-Cookie').any { it.startsWith('armature_session') }
        new PollingConditions(timeout: 10).eventually {
            assert sql.firstRow('select count(*) as n from tenant_main."sys$audit" where action = ? and request = ?', ['denied', 'came-back']).n == 1
        }
    }

    def 'a provider inside the network is not called, whatever its name means from one moment to the next'() {
        given:
        def names = new PeerNames(new PeerAddresses(false))

        when:
        names.resolve(host)

        then:
        thrown(UnknownHostException)

        where:
        host << ['localhost', '127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '0.1.2.3', '198.18.0.1', '64:ff9b::a9fe:a9fe', '2002:7f00:1::', '::ffff:10.0.0.1']
    }
}
