package io.armature.engine.web

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import groovy.sql.Sql
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import io.armature.engine.testing.TestServer
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import spock.lang.Shared

/** What somebody tries who wants in and should not be. */
class HostileSignInSpec extends ServerSpecification {
    private static final String PASSWORD = 'a long enough one'
    @Shared Sql sql = new Sql(database)
    @Shared Caller other
    @Shared Map mine
    @Shared Map theirs

    def setupSpec() {
        assert administrator.post('/api/tenants', [name: 'other', packs: [], adminPassword: PASSWORD]).status == 201
        other = caller.with('X-Tenant': 'other')
        mine = caller.post('/api/auth/login', [username: 'admin', password: TestServer.PASSWORD]).json as Map
        theirs = other.post('/api/auth/login', [username: 'admin', password: PASSWORD]).json as Map
    }

    def cleanup() {
        ['tenant_main', 'tenant_other'].each { sql.execute("delete from ${Sql.expand(it)}.\"sys\$attempt\"") }
    }

    private static String part(Map claims) {
        Base64.urlEncoder.withoutPadding().encodeToString(JsonOutput.toJson(claims).bytes)
    }

    private static Map claims(String token) {
        new JsonSlurper().parse(Base64.urlDecoder.decode(token.tokenize('.')[1])) as Map
    }

    private int me(Caller who, String token) {
        who.withToken(token).get('/api/auth/me').status
    }

    def 'what is signed in here is nobody there'() {
        given:
        def cookie = caller.post('/api/auth/login', [username: 'admin', password: TestServer.PASSWORD]).header('Set-Cookie').tokenize(';').first()
        def program = administrator.post('/api/auth/tokens', [name: 'x']).json.token as String

        expect:
        me(caller, mine.accessToken as String) == 200
        me(other, mine.accessToken as String) == 401
        me(caller, theirs.accessToken as String) == 401
        me(other, program) == 401
        other.with(Cookie: cookie).get('/api/auth/me').status == 401
        other.post('/api/auth/refresh', [refreshToken: mine.refreshToken]).status == 401

        and: 'and trying it there ends nothing here'
        me(caller, mine.accessToken as String) == 200
    }

    def 'a token of our own making is refused: #what'() {
        given:
        def good = claims(mine.accessToken as String)
        def forged = make(what, good)

        expect:
        me(caller, forged) == 401

        where:
        what << ['no algorithm', 'no algorithm, spelt otherwise', 'signed with nothing', 'signed with a guess', 'tenant changed', 'session changed',
                 'time changed', 'empty', 'dots', 'very long']
    }

    private String make(String what, Map good) {
        def (header, body, signature) = (mine.accessToken as String).tokenize('.')
        def hmac = { String text, byte[] key -> def mac = Mac.getInstance('HmacSHA256'); mac.init(new SecretKeySpec(key, 'HmacSHA256'))
            text + '.' + Base64.urlEncoder.withoutPadding().encodeToString(mac.doFinal(text.bytes)) }
        switch (what) {
            case 'no algorithm': return part([alg: 'none', typ: 'JWT']) + ".$body."
            case 'no algorithm, spelt otherwise': return part([alg: 'nOnE', typ: 'JWT']) + ".$body."
            case 'signed with nothing': return "$header.$body."
            case 'signed with a guess': return hmac("$header.$body", 'secret'.bytes)
            case 'tenant changed': return "$header.${part(good + [tenant: 'other'])}.$signature"
            case 'session changed': return "$header.${part(good + [sid: UUID.randomUUID().toString()])}.$signature"
            case 'time changed': return "$header.${part(good + [exp: 99999999999])}.$signature"
            case 'dots': return '.....'
            case 'very long': return "$header.${'A' * 5000}.$signature"
            default: return ''
        }
    }

    def 'a sign-in of #what is refused as any other'() {
        when:
        def answer = caller.post('/api/auth/login', body)

        then:
        answer.status in 400..499
        !answer.text.contains('Exception')
        !answer.text.contains('at io.armature')

        where:
        what                  | body
        'a list'              | '[]'
        'a text'              | '"admin"'
        'nothing'             | 'null'
        'numbers'             | '{"username": 1, "password": 2}'
        'lists'               | '{"username": ["admin"], "password": ["x"]}'
        'an object'           | '{"username": {"$ne": null}, "password": {"$ne": null}}'
        'two names'           | '{"username": "admin", "username": "x", "password": "x"}'
        'an SQL text'         | [username: "admin' --", password: "' or '1'='1"]
        'a NUL'               | [username: 'admin\u0000', password: 'x\u0000']
        'a long name'         | [username: 'a' * 100_000, password: 'x']
        'a long password'     | [username: 'admin', password: 'x' * 1_000_000]
        'a deep object'       | '{"username":' + '[' * 500 + ']' * 500 + '}'
        'a name with spaces'  | [username: ' admin ', password: TestServer.PASSWORD + ' ']
        'half a surrogate'    | '{"username": "\\ud800", "password": "x"}'
        'no JSON'             | 'username=admin&password=x'
    }

    def 'an address that the caller writes himself does not count'() {
        expect:
        (1..41).collect { caller.with('X-Forwarded-For': "10.0.0.$it".toString(), 'X-Real-IP': "10.0.0.$it".toString(), Forwarded: "for=10.0.0.$it".toString())
            .post('/api/auth/login', [username: "spray$it".toString(), password: 'Winter in Rome']).status }.last() == 429
    }

    def 'no secret of identity is read by #path'() {
        given:
        administrator.post('/api/auth/tokens', [name: 'y'])
        def answer = administrator.get(path)

        expect:
        !answer.text.contains('argon2id')
        !(answer.text =~ /(?i)(cookie|refresh|token)_hash/ && answer.status == 200)

        where:
        path << ['/api/sys/user', '/api/sys/user?fields=*,password', '/api/sys/user?fields=password', '/api/sys/user?sort=password', '/api/sys/user?filter=isSet(password)',
                 '/api/sys/user?fields=name,sessions(*)', '/api/sys/user?fields=name,tokens(*,token_hash)', '/api/sys/session', '/api/sys/session?fields=cookie_hash',
                 '/api/sys/session?fields=*,user(*)', '/api/sys/token', '/api/sys/token?fields=token_hash', '/api/sys/otp', '/api/sys/recovery_code', '/api/sys/attempt',
                 '/api/sys/link', '/api/sys/identity', '/api/sys/user/export?format=csv&fields=username,password', '/api/sys/user/export?format=json']
    }

    def 'passwords and codes stand in no trail'() {
        given:
        def id = administrator.post('/api/sys/user', [username: 'zed', name: 'Zed', password: 'hush hush darling']).json.id
        administrator.patch("/api/sys/user/$id", [password: 'hush hush my darling'])

        expect:
        sql.rows("select changes::text || coalesce(details::text, '') as said from tenant_main.\"sys\$audit\"").every {
            !(it.said as String).contains('hush') && !(it.said as String).contains('argon2id')
        }
        !administrator.get("/api/sys/user/$id/history").text.contains('argon2id')
    }

    def 'a name or preference cannot write headers or lead elsewhere'() {
        given:
        def evil = "Eve\r\nSet-Cookie: armature_session=evil"
        def id = administrator.post('/api/sys/user', [username: 'eve', name: evil, password: PASSWORD]).json.id

        when:
        def answer = caller.post('/api/auth/login', [username: 'eve', password: PASSWORD])

        then:
        id == null || answer.headers('Set-Cookie').every { !it.contains('evil') }
    }

    def 'a session is ended by nobody but its user: #method #path'() {
        given:
        def id = administrator.get('/api/auth/sessions').json.data.first().id
        administrator.post('/api/auth/users', [username: "low$number", password: PASSWORD])
        def low = caller.withToken(caller.post('/api/auth/login', [username: "low$number", password: PASSWORD]).json.accessToken as String)

        expect:
        low.call(method, path.replace('ID', id as String), method == 'DELETE' ? null : [:]).status in [403, 404, 405, 409, 422]
        administrator.get('/api/auth/me').status == 200

        where:
        number | method   | path
        1      | 'DELETE' | '/api/auth/sessions/ID'
        2      | 'DELETE' | '/api/sys/session/ID'
        3      | 'PATCH'  | '/api/sys/session/ID'
        4      | 'POST'   | '/api/auth/users/admin/password'
        5      | 'DELETE' | '/api/auth/users/admin/otp'
        6      | 'POST'   | '/api/auth/impersonate'
        7      | 'POST'   | '/api/auth/invite'
    }

    private static Map bring(Caller who, int version, Map<String, String> more = [:]) {
        def answer = who.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(version, more))
        assert answer.status == 201
        answer.json as Map
    }

    private Caller theirAdministrator() {
        other.withToken(other.post('/api/auth/login', [username: 'admin', password: PASSWORD]).json.accessToken as String)
    }

    def 'a pack that a tenant brings is nobody else\'s'() {
        given:
        def ours = bring(administrator, 1)
        def evil = bring(theirAdministrator(), 2)

        expect: 'its name means what the operator brought, however new the other is'
        administrator.post('/api/packs/plan', [action: 'install', packs: ['shop']]).json.packs*.to == [ours.version]
        administrator.post('/api/packs/plan', [action: 'install', packs: [evil.digest]]).status == 404
        theirAdministrator().post('/api/packs/plan', [action: 'install', packs: ['shop']]).json.packs*.to == [evil.version]
    }

    def 'a tenant runs no SQL, unless the operator brought it'() {
        given:
        def admin = theirAdministrator()
        def hostile = bring(admin, 3, ['migrations/V1__all.sql': 'drop table tenant_main."sys$audit";'])
        def harmless = ['migrations/V1__none.sql': 'select 1;']

        when:
        def refused = admin.post('/api/packs/install', [packs: [hostile.digest]])

        then:
        refused.status == 403
        refused.json.code == 'AR-302'
        sql.firstRow('select count(*) as n from tenant_main."sys$audit"').n > 0

        when:
        def digest = bring(admin, 4, harmless).digest

        then:
        admin.post('/api/packs/install', [packs: [digest]]).status == 403
        bring(administrator, 4, harmless).digest == digest
        admin.post('/api/packs/install', [packs: [digest]]).status == 200
    }

    def 'no pack makes a field of what is written and never read: #what'() {
        given:
        def digest = bring(administrator, 5, files).digest

        when:
        def answer = administrator.post('/api/packs/install', [packs: [digest]])

        then:
        answer.status == 400
        answer.json.errors*.code.contains('AR-153')

        where:
        what          | files
        'by a formula' | ['extensions/user.yaml': 'extend: sys.user\nfields: { shown: { type: text, formula: "password" } }\n']
        'by a lookup' | ['entities/leak.yaml': 'title: Leak\nlabel: name\nfields:\n  name: { type: text }\n  who: { type: link, to: sys.user }\n  shown: { type: lookup, from: who.password }\n']
        'in part'     | ['entities/leak.yaml': 'title: Leak\nlabel: name\nfields:\n  name: { type: text }\n  who: { type: link, to: sys.user }\n  shown: { type: boolean, formula: "startsWith(who.password, \'x\')" }\n']
        'by default'  | ['entities/leak.yaml': 'title: Leak\nlabel: name\nfields:\n  name: { type: text, default: "=who.password" }\n  who: { type: link, to: sys.user }\n']
    }
}
