package io.armature.engine.site

import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.classic.spi.ThrowableProxyUtil
import ch.qos.logback.core.read.ListAppender
import groovy.sql.Sql
import io.armature.engine.stream.StreamListener
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import io.armature.engine.testing.TestServer
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.slf4j.LoggerFactory
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** Two tenants with the same ids, keys, user names and versions, of which one says LEFT and the other RIGHT everywhere. */
class IsolationSpec extends ServerSpecification {
    static final int RECORDS = 40
    static final int RUNS = 6
    static final PollingConditions SOON = new PollingConditions(timeout: 40, delay: 0.05)
    static final Map<String, String> CHORES = [
        'entities/echo.yaml' : 'label: text\nfields:\n  text: { type: text, required: true }\n',
        'hooks/article.js'   : '''export default {
            job: {
              tell(input, ctx) {
                const names = ctx.db.find('shop.article', {}, { limit: 50 }).map(article => article.name).join(', ')
                console.log(names)
                ctx.db.create('shop.echo', { text: names })
                return { names }
              },
              fail(input, ctx) {
                throw new Error('cannot go on with ' + ctx.db.find('shop.article', {}, { limit: 5 }).map(article => article.name).join(', '))
              },
            },
          }
          ''',
        'jobs/tell.yaml'     : 'every: PT24H\nhook: tell\n',
        'jobs/fail.yaml'     : 'every: PT24H\nhook: fail\nretries: 0\n',
    ]
    @Shared Sql sql = new Sql(database)
    @Shared Map<String, Caller> callers = [:]
    @Shared Map<String, Map> sessions = [:]
    @Shared List<String> ids

    def setupSpec() {
        administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(1, CHORES))
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

    def 'jobs, streams and lines of the log of one, at work beside the other, tell nothing of it'() {
        given:
        def marks = [left: 'LEFT', right: 'RIGHT']
        def lines = new ListAppender<ILoggingEvent>()
        def log = LoggerFactory.getLogger('io.armature') as Logger
        lines.start()
        log.addAppender(lines)
        def streams = marks.collectEntries { tenant, mark -> [tenant, new StreamListener(server.server.address(), callers[tenant].headers)] }
        SOON.eventually { assert streams.values().every { it.ready } }
        def jobs = marks.collectEntries { tenant, mark ->
            [tenant, (callers[tenant].get('/api/sys/job?limit=10').json.data as List<Map>).collectEntries { [it.name, it.id] }]
        }

        when:
        def started = Executors.newFixedThreadPool(8).withCloseable { pool ->
            pool.invokeAll((0..<RUNS).collectMany { n ->
                marks.keySet().collectMany { tenant ->
                    ['shop.tell', 'shop.fail'].collect { job ->
                        ({ [tenant: tenant, job: job, id: callers[tenant].post("/api/sys/job/${jobs[tenant][job]}/run", [:]).json.run] } as Callable)
                    }
                }
            })*.get()
        }
        def runs = [:]
        SOON.eventually {
            started.each { runs[it.id] = callers[it.tenant].get("/api/sys/run/$it.id").json }
            assert runs.values().every { it.status in ['done', 'failed'] }
        }
        assert started.findAll { (runs[it.id].status == 'done') != (it.job == 'shop.tell') }.collect { runs[it.id].error } == []
        SOON.eventually { assert streams.collectEntries { tenant, stream -> [tenant, stream.events.count { it.entity == 'shop.echo' }] } == [left: RUNS, right: RUNS] }
        log.detachAppender(lines)

        then: 'each did its own, as often as it was told to'
        started.size() == RUNS * 4
        marks.every { tenant, mark -> sql.firstRow("select count(*) as n from tenant_${tenant}.shop\$echo where text like '%$mark%'".toString()).n == RUNS }

        and: 'with its own records, in its results, its errors, its script log and its events'
        started.every { it -> runs[it.id].toString().contains(marks[it.tenant]) && !runs[it.id].toString().contains(marks[it.tenant == 'left' ? 'right' : 'left']) }
        ['shop$echo', 'sys$run', 'sys$script_log', 'sys$audit'].every { table ->
            sql.firstRow("select count(*) as n from tenant_left.\"$table\" t where t::text like '%RIGHT%'".toString()).n == 0 &&
                sql.firstRow("select count(*) as n from tenant_right.\"$table\" t where t::text like '%LEFT%'".toString()).n == 0
        }
        streams.every { tenant, stream ->
            stream.events.every { it.entity != 'shop.echo' || callers[tenant].get("/api/shop/echo/$it.record").json.text.contains(marks[tenant]) }
        }

        and: 'and what the log tells of one is marked as his'
        def told = lines.list.collect { [tenant: it.MDCPropertyMap.tenant, text: it.formattedMessage + (it.throwableProxy ? ThrowableProxyUtil.asString(it.throwableProxy) : '')] }
        marks.every { tenant, mark -> told.any { it.text.contains(mark) } }
        told.every { line -> marks.every { tenant, mark -> !line.text.contains(mark) || line.tenant == tenant } }

        cleanup:
        streams*.value*.close()
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
