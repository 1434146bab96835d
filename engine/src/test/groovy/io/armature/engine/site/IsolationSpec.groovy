package io.armature.engine.site

import groovy.sql.Sql
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import io.armature.engine.testing.TestServer
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Shared

/** Two tenants with the same ids, keys, user names and versions, of which one says LEFT and the other RIGHT everywhere. */
class IsolationSpec extends ServerSpecification {
    static final int RECORDS = 40
    @Shared Sql sql = new Sql(database)
    @Shared Map<String, Caller> callers = [:]
    @Shared Map<String, Map> sessions = [:]
    @Shared List<String> ids

    def setupSpec() {
        administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(1))
        administrator.post('/api/tenants', [name: 'left', hosts: ['left.example'], packs: ['shop'], adminPassword: TestServer.PASSWORD])
        def left = signIn('left')
        ids = (1..RECORDS).collect {
            left.post('/api/shop/article', [code: "k$it".toString(), name: "LEFT $it".toString(), external_id: "x$it".toString()]).json.id
        }
        def archive = new URL("${server.server.address()}/api/tenants/left/export").openConnection().with {
            administrator.headers.each { name, value -> it.setRequestProperty(name, value) }
            inputStream.bytes
        }
        assert administrator.with('Content-Type': 'application/zip').call('POST', '/api/tenants/import?name=right', archive).status == 201
        sql.execute('''update tenant_right.shop$article set name = replace(name, 'LEFT', 'RIGHT')''')
        sql.execute('''update tenant_right."sys$user" set name = 'RIGHT ' || name''')
        sql.execute('''update tenant_left."sys$user" set name = 'LEFT ' || name''')
        sql.execute('''begin; set local armature.trail = 'retention';
            update tenant_right."sys$audit" set changes = replace(changes::text, 'LEFT', 'RIGHT')::jsonb; commit''')
        ['left', 'right'].each { signIn(it) }
    }

    private Caller signIn(String tenant) {
        def there = caller.with('X-Tenant': tenant)
        def answer = there.post('/api/auth/login', [username: 'admin', password: TestServer.PASSWORD])
        assert answer.status == 200: answer
        sessions[tenant] = [json: answer.json, cookie: answer.header('Set-Cookie').tokenize(';').first()]
        callers[tenant] = there.withToken(answer.json.accessToken as String)
    }

    private static String encode(String text) { URLEncoder.encode(text, 'UTF-8') }

    private List<Closure<Answer>> requests(int n, String mark) {
        def id = ids[n % ids.size()]
        def key = "x${n % RECORDS + 1}".toString()
        [
            { Caller it -> it.get('/api/shop/article?limit=1000&count=exact') },
            { Caller it -> it.get("/api/shop/article/$id") },
            { Caller it -> it.get("/api/shop/article/$id?fields=name,created_by(name)") },
            { Caller it -> it.get("/api/shop/article/by/external_id/$key") },
            { Caller it -> it.get('/api/shop/article?sort=-name&limit=3&filter=' + encode("code != 'k$n'")) },
            { Caller it -> it.get("/api/shop/article/$id/history") },
            { Caller it -> it.get('/api/shop/article/export?format=csv') },
            { Caller it -> it.post('/api/shop/article/query', [groupBy: ['name'], measures: [n: 'count()']]) },
            { Caller it -> it.patch("/api/shop/article/$id", [name: "$mark changed $n".toString()]) },
            { Caller it -> it.with('Idempotency-Key': "same-$n".toString()).post('/api/shop/article', [code: "new$n".toString(), name: "$mark new $n".toString()]) },
            { Caller it -> it.post('/api/shop/article', [code: 'k1', name: "$mark twice".toString()]) },
            { Caller it -> it.get('/api/shop/article?filter=' + encode('nme == 1')) },
            { Caller it -> it.get('/api/auth/me') },
            { Caller it -> it.get('/api/sys/audit?limit=50&sort=-at') },
            { Caller it -> it.get('/api/sys/user') },
            { Caller it -> it.get('/openapi.json') },
            { Caller it -> it.get('/api/screens/menu') },
        ]
    }

    def 'under concurrent load no answer to one tells anything of the other'() {
        given:
        def work = []
        60.times { n ->
            [left: 'LEFT', right: 'RIGHT'].each { tenant, mark ->
                def request = requests(n, mark)[n % 17]
                work << ({ [tenant: tenant, answer: request.call(callers[tenant])] } as Callable)
                def other = requests(n + 7, mark)[(n + 5) % 17]
                work << ({ [tenant: tenant, answer: other.call(callers[tenant])] } as Callable)
            }
        }
        Collections.shuffle(work, new Random(7))

        when:
        def done = Executors.newFixedThreadPool(8).withCloseable { pool -> pool.invokeAll(work)*.get() }

        then:
        done.size() == 240
        done.every { it.answer.status < 500 }
        done.findAll { it.tenant == 'left' }.every { !it.answer.text.contains('RIGHT') }
        done.findAll { it.tenant == 'right' }.every { !it.answer.text.contains('LEFT') }
        done.count { it.answer.text.contains('LEFT') } > 40
        done.count { it.answer.text.contains('RIGHT') } > 40

        and: 'nor did anything get into the other\'s tables'
        ['shop$article', 'sys$audit', 'sys$outbox'].every { table ->
            sql.firstRow("select count(*) as n from tenant_left.\"$table\" t where t::text like '%RIGHT%'".toString()).n == 0 &&
                sql.firstRow("select count(*) as n from tenant_right.\"$table\" t where t::text like '%LEFT%'".toString()).n == 0
        }
    }

    def 'what one tenant gave, the other refuses: #what'() {
        given:
        def headers = { Map it -> it.collectEntries { name, value -> [name, value.toString()] } as Map<String, String> }

        expect:
        caller.with(headers('X-Tenant': 'left', *: sent.call(sessions.left))).get('/api/auth/me').status == 200
        caller.with(headers('X-Tenant': 'right', *: sent.call(sessions.left))).get('/api/auth/me').status == 401
        caller.with(headers(sent.call(sessions.left))).get('/api/auth/me').status == 401

        where:
        what           | sent
        'access token' | { [Authorization: "Bearer $it.json.accessToken"] }
        'cookie'       | { [Cookie: it.cookie] }
    }

    def 'an API token of one tenant opens no other'() {
        given:
        String token = callers.left.post('/api/auth/tokens', [username: 'admin', name: 'n']).json.token

        expect:
        caller.with('X-Tenant': 'left').withToken(token).get('/api/auth/me').status == 200
        caller.with('X-Tenant': 'right').withToken(token).get('/api/auth/me').status == 401
        caller.withToken(token).get('/api/auth/me').status == 401
    }

    def 'a refresh token of one tenant is nothing to the other'() {
        expect:
        caller.with('X-Tenant': 'right').post('/api/auth/refresh', [refreshToken: sessions.left.json.refreshToken]).status == 401
    }

    def 'a cursor of one tenant is refused by the other'() {
        given:
        String cursor = callers.left.get('/api/shop/article?limit=2&sort=code').json.page.next

        expect:
        callers.left.get("/api/shop/article?limit=2&sort=code&cursor=${encode(cursor)}").status == 200
        callers.right.get("/api/shop/article?limit=2&sort=code&cursor=${encode(cursor)}").json.code == 'AR-111'
    }

    def 'whoever keeps answers is told that they differ by tenant'() {
        expect:
        callers.left.get("/api/shop/article/${ids.first()}").header('Vary').contains('X-Tenant')
    }

    def 'the name of a tenant cannot be used to reach into another: #name'() {
        expect:
        callers.left.with('X-Tenant': name).get('/api/shop/article').status in [400, 401, 404]

        where:
        name << ['RIGHT', 'tenant_right', 'right"', "right'; --", 'left,right', '../right', 'armature', 'right ', 'public']
    }
}
