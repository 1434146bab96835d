package io.armature.engine.web

import groovy.json.JsonSlurper
import groovy.sql.Sql
import io.armature.engine.audit.Origin
import io.armature.engine.audit.Refusals
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.TestServer

class HardeningSpec extends ServerSpecification {
    private static final String PAGE = 'https://shop.example'

    /** Sends bytes as they are: clients would tidy up paths and headers. */
    private String raw(String request) {
        def address = URI.create(server.server.address())
        new Socket(address.host, address.port).withCloseable { socket ->
            socket.soTimeout = 10_000
            socket.outputStream << request.getBytes('ISO-8859-1')
            socket.outputStream.flush()
            socket.inputStream.newReader('UTF-8').with { reader ->
                def line = reader.readLine()
                def text = new StringBuilder(line ?: 'closed').append('\n')
                try {
                    while ((line = reader.readLine()) != null) {
                        text.append(line).append('\n')
                    }
                } catch (SocketTimeoutException ignored) {
                    text.append('(kept open)')
                }
                text.toString()
            }
        }
    }

    private String get(String path, String headers = '') {
        raw("GET $path HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n$headers\r\n")
    }

    private String cookie() {
        caller.post('/api/auth/login', [username: 'admin', password: TestServer.PASSWORD]).header('Set-Cookie').tokenize(';').first()
    }

    def 'every answer tells browsers what it may not do: #path'() {
        when:
        def answer = caller.get(path)

        then:
        answer.header('X-Content-Type-Options') == 'nosniff'
        answer.header('X-Frame-Options') == 'DENY'
        answer.header('Referrer-Policy') == 'no-referrer'
        answer.header('Content-Security-Policy').contains(policy)
        answer.header('X-Request-Id')
        answer.header('Server') == null
        answer.header('Access-Control-Allow-Origin') == null
        answer.header('Strict-Transport-Security') == null

        where:
        path               || policy
        '/health'          || "default-src 'none'"
        '/api/auth/me'     || "default-src 'none'"
        '/openapi.json'    || "frame-ancestors 'none'"
        '/openapi/ui'      || "default-src 'self'"
        '/api/no/such/one' || "default-src 'none'"
        '/nowhere'         || "default-src 'self'"
    }

    def 'answers of the interface are not kept by caches in between'() {
        expect:
        administrator.get('/api/auth/me').header('Cache-Control') == 'private, no-cache'
    }

    def 'a path that two programs could read differently is refused: #path'() {
        when:
        def answer = get(path)

        then:
        answer ==~ /(?s)HTTP\/1\.[01] 400.*/
        answer =~ /AR-1(00|56)/

        where:
        path << [
            '/api/../api/auth/me', '/api//auth/me', '/api/%2e%2e/auth/me', '/api/.%2E/auth/me', '/api/./auth/me', '/%61pi/auth/me',
            '/api/auth%2fme', '/api/auth%5cme', '/api/auth\\me', '/api/auth/me%00', '/api/auth/me%0d%0aX: y', '/api/auth/%zz',
            '/api/auth/..',
        ]
    }

    def 'an honest path is not refused: #path'() {
        expect:
        caller.get(path).json.code == 'AR-300'

        where:
        path << ['/api/core/country/by/external_id/a%2Fb', '/api/core/country/a%20b', '/api/core/country?filter=a%2Fb', '/api/core/...']
    }

    def 'the request is called as its caller calls it, unless that would not fit into a log: #id'() {
        when:
        def answer = get('/api/auth/me', "X-Request-Id: $id\r\n")

        then:
        answer.contains("X-Request-Id: $id\n") == kept || answer.contains("x-request-id: $id\n") == kept

        where:
        id                 || kept
        'order-4711'       || true
        'a' * 65           || false
        'x {"level":"no"}' || false
        'a\u0007b'         || false
    }

    def 'what is too long is refused: #what'() {
        when:
        def answer = get(path, headers)

        then:
        answer.readLines().first() ==~ /HTTP\/1\.[01] 4\d\d .*/

        where:
        what      | path                        | headers
        'address' | '/api/x?a=' + 'a' * 100_000 | ''
        'headers' | '/api/x'                    | "X-Long: ${'a' * 100_000}\r\n"
    }

    def 'a failure tells a stranger nothing of what is inside'() {
        expect:
        def answer = caller.post('/api/auth/login', '{"username": {}, "password": []}')
        answer.status in [400, 422]
        !(answer.text =~ /(?i)exception|\.java|stack|micronaut|postgres/)
    }

    def 'a write by cookie needs to come from our own page: #what'() {
        when:
        bean(io.armature.engine.tenant.Tenants).with { change(require('main'), [] as Set, [PAGE] as Set) }
        def answer = caller.with([Cookie: cookie()] + sent).post('/api/packs/plan')

        then:
        answer.status == status

        where:
        what                                    | sent                                                                                  || status
        'nothing said'                          | [:]                                                                                   || 403
        'another site that sends the header'    | ['Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example', 'X-Requested-With': 'x'] || 403
        'a neighbour that sends the header'     | ['Sec-Fetch-Site': 'same-site', Origin: 'https://evil.example', 'X-Requested-With': 'x']  || 403
        'an origin alone, with the header'      | [Origin: 'https://evil.example', 'X-Requested-With': 'x']                             || 403
        'no origin at all'                      | [Origin: 'null']                                                                      || 403
        'an allowed site without the header'    | ['Sec-Fetch-Site': 'cross-site', Origin: PAGE]                                        || 403
        'an allowed site with the header'       | ['Sec-Fetch-Site': 'cross-site', Origin: PAGE, 'X-Requested-With': 'x']               || 422
        'our own page'                          | ['Sec-Fetch-Site': 'same-origin']                                                     || 422
        'a script'                              | ['X-Requested-With': 'x']                                                             || 422
    }

    def 'another site may call only where the tenant allows it'() {
        given:
        def ask = { String origin ->
            caller.with(Origin: origin, 'Access-Control-Request-Method': 'PATCH').call('OPTIONS', '/api/crm/customer')
        }
        administrator.patch('/api/tenants/main', [origins: [PAGE]])

        expect:
        ask(PAGE).status == 204
        ask(PAGE).header('Access-Control-Allow-Origin') == PAGE
        ask(PAGE).header('Access-Control-Allow-Methods').contains('PATCH')
        ask('https://evil.example').status == 403
        administrator.with(Origin: PAGE).get('/api/auth/me').header('Access-Control-Allow-Origin') == PAGE
        administrator.with(Origin: 'https://evil.example').get('/api/auth/me').header('Access-Control-Allow-Origin') == null
        administrator.with(Origin: "${PAGE}.evil.example".toString()).get('/api/auth/me').header('Access-Control-Allow-Origin') == null

        cleanup:
        administrator.patch('/api/tenants/main', [origins: []])
    }

    def 'what is no origin cannot be allowed: #origin'() {
        expect:
        administrator.patch('/api/tenants/main', [origins: [origin]]).status == 422

        where:
        origin << ['*', 'null', 'https://shop.example/', 'https://*.example', 'shop.example', 'https://a\nb']
    }

    def 'for development the tenant may stand in the address'() {
        given:
        administrator.post('/api/tenants', [name: 'beside', adminPassword: TestServer.PASSWORD])
        String token = caller.post('/t/beside/api/auth/login', [username: 'admin', password: TestServer.PASSWORD]).json.accessToken

        expect:
        caller.withToken(token).get('/t/beside/api/auth/me').status == 200
        caller.withToken(token).with('X-Tenant': 'beside').get('/api/auth/me').status == 200
        caller.withToken(token).get('/api/auth/me').status == 401
        caller.withToken(token).with('X-Tenant': 'beside').get('/t/beside/api/auth/me').status == 200
        with(caller.withToken(token).with('X-Tenant': 'beside').get('/t/main/api/auth/me')) { [status, json.code] == [400, 'AR-100'] }
        caller.get('/t/nobody/api/auth/me').status == 404
    }

    def 'refused attempts are in the trail, those that are alike as one with their count'() {
        given:
        def stranger = caller.withToken('made-up').with('X-Request-Id': 'attempt-1')
        bean(Refusals).flush()

        when:
        3.times { stranger.get('/api/auth/me') }
        bean(Refusals).flush()

        then:
        def rows = new Sql(database).rows('select details::text as details, address, mac from tenant_main."sys$audit" where action = ? and request = ?',
            ['denied', 'attempt-1'])
        rows.collect { new JsonSlurper().parseText(it.details) }.sum { it.count } == 3
        rows.every { it.address == '127.0.0.1' && it.mac.length == 32 }
        with(new JsonSlurper().parseText(rows.first().details)) { attempt == 'GET /api/auth/me' && code == 'AR-300' }
    }

    def 'what only somebody sends who tries is in the trail too: #what'() {
        given:
        def name = 'trick-' + what.replace(' ', '-')
        def token = caller.post('/api/auth/login', [username: 'admin', password: TestServer.PASSWORD]).json.accessToken
        bean(Refusals).flush()

        when:
        def answer = raw("$line HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Request-Id: $name\r\nAuthorization: Bearer $token\r\n"
            + "Content-Type: application/json\r\nContent-Length: ${body.length()}\r\n$headers\r\n$body")
        bean(Refusals).flush()

        then:
        answer.startsWith("HTTP/1.1 $status ")
        with(new Sql(database).firstRow('select details::text as details from tenant_main."sys$audit" where action = ? and request = ?', ['denied', name])) {
            new JsonSlurper().parseText(it.details).code == code
        }

        where:
        what             | line                               | headers                | body                                            || status | code
        'forged cursor'  | 'GET /api/sys/user?cursor=AAAA'    | ''                     | ''                                              || 400    | 'AR-111'
        'other stamp'    | 'POST /api/sys/group'              | ''                     | '{"name":"g","created_at":"2020-01-01T00:00Z"}' || 422    | 'AR-409'
        'own id'         | 'POST /api/sys/group'              | ''                     | '{"name":"g","id":"01890a5d-ac96-774b-bcce-b302099a8057"}' || 422 | 'AR-409'
        'path'           | 'GET /api/sys/../auth/me'          | ''                     | ''                                              || 400    | 'AR-100'
        'encoded path'   | 'GET /api/sys/%2e%2e/auth/me'      | ''                     | ''                                              || 400    | 'AR-100'
        'two tenants'    | 'GET /api/auth/me'                 | 'X-Tenant: main\r\nX-Tenant: acme\r\n' | ''                           || 400    | 'AR-100'
    }

    def 'a site keeps an administrator, and the role by which he is one'() {
        given:
        def me = administrator.get('/api/auth/me').json.id
        def role = administrator.get('/api/sys/role?limit=100').json.data.find { it.name == 'administrator' }.id
        def refused = { answer -> [answer.status, answer.json.code] == [403, 'AR-302'] }

        expect:
        refused administrator.delete("/api/sys/role/$role")
        refused administrator.patch("/api/sys/role/$role", [name: 'other.name'])
        refused administrator.delete("/api/sys/user/$me")
        refused administrator.patch("/api/sys/user/$me", [active: false])
        refused administrator.patch("/api/sys/user/$me", [roles: []])
        administrator.patch("/api/sys/user/$me", [name: 'Administrator', roles: ['administrator']]).status == 200
        administrator.patch("/api/sys/role/$role", [title: 'Administrator']).status == 200

        when: 'there is another'
        def second = administrator.post('/api/sys/user', [username: 'second', name: 'Second', password: 'a long enough one', roles: ['administrator']]).json.id

        then: 'either goes, and not both at once'
        refused administrator.post('/api/sys/user/batch', [update: [[id: me, roles: []]], delete: [second]])
        administrator.delete("/api/sys/user/$second").status == 204
        administrator.get('/api/auth/me').json.roles == ['administrator']
    }

    def 'what cannot be kept for a tenant that is gone keeps nothing from the others'() {
        given:
        administrator.post('/api/tenants', [name: 'vanishing', adminPassword: TestServer.PASSWORD])
        def tenants = bean(io.armature.engine.tenant.Tenants)
        def attempt = { String tenant -> new Refusals.Attempt(tenants.require(tenant), Optional.empty(), new Origin('gone-1', '10.1.1.1', Optional.empty()), 'GET /vanishing', 'AR-300') }
        bean(Refusals).add(attempt('vanishing'))
        bean(Refusals).add(attempt('main'))
        new Sql(database).execute('drop schema tenant_vanishing cascade')

        when:
        3.times { bean(Refusals).flush() }

        then:
        new Sql(database).firstRow('select count(*) as n from tenant_main."sys$audit" where action = ? and request = ?', ['denied', 'gone-1']).n == 1

        cleanup:
        new Sql(database).execute("delete from armature.tenant where name = 'vanishing'")
    }

    def 'who brings nothing to sign in with has attempted nothing'() {
        given:
        def count = { new Sql(database).firstRow('select count(*) as n from tenant_main."sys$audit" where action = ?', ['denied']).n }
        bean(Refusals).flush()
        def before = count()

        when:
        caller.get('/api/auth/me')
        bean(Refusals).flush()

        then:
        count() == before
    }

    def 'a suspended site answers nobody, and goes on when it is resumed'() {
        given:
        administrator.post('/api/tenants', [name: 'resting', adminPassword: TestServer.PASSWORD])
        def there = caller.with('X-Tenant': 'resting')
        String token = there.post('/api/auth/login', [username: 'admin', password: TestServer.PASSWORD]).json.accessToken
        def me = { there.withToken(token).get('/api/auth/me') }

        expect:
        me().status == 200
        administrator.post('/api/tenants/resting/suspend').json.state == 'suspended'
        me().status == 503
        me().json.code == 'AR-370'
        there.post('/api/auth/login', [username: 'admin', password: TestServer.PASSWORD]).status == 503
        administrator.post('/api/tenants/resting/resume').json.state == 'active'
        me().status == 200
        administrator.post('/api/tenants/main/suspend').status == 403
    }

    def 'a host answers for one site only'() {
        given:
        administrator.post('/api/tenants', [name: 'first', hosts: ['first.example'], adminPassword: TestServer.PASSWORD])

        expect:
        get('/api/auth/me').contains('AR-300')
        administrator.post('/api/tenants', [name: 'second', hosts: ['FIRST.example']]).status == 422
        administrator.post('/api/tenants', [name: 'second', hosts: ['first.example']]).status == 409
        raw("POST /api/auth/login HTTP/1.1\r\nHost: First.Example:8080\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}").contains('AR-401')
    }

    /** The first line of the answer to lines that somebody sends. */
    private String answerTo(String request) {
        raw(request.replace('\n', '\r\n')).readLines().first()
    }

    def 'a request of which a proxy in front could see another end or another site is refused: #what'() {
        expect:
        answerTo(request) == 'HTTP/1.1 400 Bad Request'

        where:
        what                      | request
        'an unknown coding'       | 'POST /api/auth/logout HTTP/1.1\nConnection: close\nHost: localhost\nTransfer-Encoding: xchunked\nContent-Length: 2\n\n{}'
        'two ends'                | 'POST /api/auth/logout HTTP/1.1\nConnection: close\nHost: localhost\nTransfer-Encoding: chunked\nContent-Length: 2\n\n0\n\n'
        'two lengths'             | 'POST /api/auth/logout HTTP/1.1\nConnection: close\nHost: localhost\nContent-Length: 2\nContent-Length: 3\n\n{}'
        'two hosts'               | 'GET /api/auth/providers HTTP/1.1\nConnection: close\nHost: localhost\nHost: other.example\n\n'
        'no host'                 | 'GET /api/auth/providers HTTP/1.1\nConnection: close\n\n'
        'two tenants'             | 'GET /api/auth/providers HTTP/1.1\nConnection: close\nHost: localhost\nX-Tenant: main\nX-Tenant: other\n\n'
    }

    def 'old programs that know no hosts may ask whether the server lives'() {
        expect:
        answerTo('GET /health HTTP/1.0\n\n').endsWith('200 OK')
    }

    def 'a workbook that cannot be read is the sender\'s matter'() {
        expect:
        with(administrator.with('Content-Type': 'application/octet-stream').post('/api/sys/group/import?format=xlsx&dryRun=true', 'PK no workbook'.bytes)) {
            status == 400
            json.code == 'AR-100'
        }
    }
}
