package io.armature.engine.write

import io.armature.engine.access.SalesPack
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Records that nobody has go to somebody, fairly, on whatever node they are made. */
class AssignmentSpec extends Specification {
    static final String PASSWORD = 'a long enough secret 17'
    static final Map<String, String> DESK = [
        'pack.yaml'              : 'pack: desk\nversion: 1.0.0\ntitle: Desk\nengine: ">=0.1"\n',
        'entities/call.yaml'     : '''
            label: name
            features: { softDelete: false }
            fields:
              name:   { type: text, required: true }
              kind:   { type: choice, options: { turn: In turn, load: By load, boss: For the boss, none: For nobody }, default: none }
              status: { type: choice, options: { open: Open, closed: Closed }, default: open }
              agent:  { type: user }
              boss:   { type: user }
            ''',
        'assignments/turn.yaml'  : 'entity: call\nfield: agent\nwhen: "kind == \'turn\'"\nrole: agent\n',
        'assignments/load.yaml'  : 'entity: call\nfield: agent\nwhen: "kind == \'load\'"\nby: leastLoaded\nrole: agent\nopen: { status: [open] }\n',
        'assignments/boss.yaml'  : 'entity: call\nfield: agent\nwhen: "kind == \'boss\'"\nby: expression\nuser: boss\n',
        'roles/agent.yaml'       : 'title: Agent\ngrants:\n  call: { read: true, create: true, update: true }\n',
        'roles/senior.yaml'      : 'title: Senior\ninherits: [agent]\ngrants:\n  call: { read: true }\n',
    ]

    @Shared def database = Database.fresh()
    @Shared def folder = folder()
    @Shared @AutoCleanup TestServer server = new TestServer(database, [folder])
    @Shared @AutoCleanup TestServer other = new TestServer(database, [folder])
    @Shared Map<String, String> ids = [:]
    def soon = new PollingConditions(timeout: 20, delay: 0.05)

    private static String folder() {
        def folder = java.nio.file.Files.createTempDirectory('desk')
        DESK.each { path, text ->
            def file = folder.resolve(path)
            java.nio.file.Files.createDirectories(file.parent)
            java.nio.file.Files.writeString(file, text.stripIndent())
        }
        folder
    }

    def setupSpec() {
        [ann: 'agent', bob: 'agent', cat: 'senior', eve: null].each { name, role ->
            ids[name] = server.administrator.post('/api/auth/users', [username: name, password: PASSWORD, roles: role ? ["desk.$role".toString()] : []]).json['id']
        }
    }

    def cleanup() {
        (server.administrator.get('/api/desk/call?limit=1000').json['data'] as List).each { server.administrator.delete("/api/desk/call/$it.id") }
    }

    private Map ring(Map values, Caller who = server.administrator) {
        def made = who.post('/api/desk/call', [name: 'x'] + values)
        assert made.status == 201: made
        made.json as Map
    }

    private String name(Object id) { ids.find { it.value == id }?.key }

    def 'one after the other gets one, those who inherit the role too, on several nodes at once'() {
        given:
        def threads = Executors.newFixedThreadPool(8)

        when:
        def work = (1..60).collect { n -> { -> ring([kind: 'turn'], n % 2 ? server.administrator : other.administrator).agent } as Callable }
        def got = threads.invokeAll(work)*.get().countBy { name(it) }

        then:
        got == [ann: 20, bob: 20, cat: 20]

        cleanup:
        threads.shutdown()
    }

    def 'whoever has the fewest open records gets the next, also within one request and with others at once'() {
        given:
        3.times { ring([kind: 'none', agent: ids.ann]) }
        def closed = (1..5).collect { ring([kind: 'none', agent: ids.cat, status: 'closed']) }
        def threads = Executors.newFixedThreadPool(8)

        when:
        def batch = server.administrator.post('/api/desk/call/batch', [create: (1..6).collect { [name: 'b', kind: 'load'] }])
        def work = (1..9).collect { n -> { -> ring([kind: 'load'], n % 2 ? server.administrator : other.administrator) } as Callable }
        threads.invokeAll(work)*.get()
        def loads = (server.administrator.get("/api/desk/call?limit=1000&filter=status%20==%20'open'").json['data'] as List).countBy { name(it.agent) }

        then:
        batch.status == 200
        closed.size() == 5
        loads == [ann: 6, bob: 6, cat: 6]

        cleanup:
        threads.shutdown()
    }

    def 'a rule is asked whenever a record is written that nobody has, and says who by what the record says'() {
        when:
        def made = ring([kind: 'none', boss: ids.eve])

        then:
        made.agent == null

        when:
        def changed = server.administrator.patch("/api/desk/call/$made.id", [kind: 'boss'])

        then:
        changed.json['agent'] == ids.eve

        and: 'who has it keeps it'
        server.administrator.patch("/api/desk/call/$made.id", [boss: ids.bob]).json['agent'] == ids.eve
        ring([kind: 'turn', agent: ids.eve]).agent == ids.eve
    }

    def 'whoever gets a record is told, unless he gave it to himself'() {
        given:
        def bob = server.caller.withToken(server.caller.post('/api/auth/login', [username: 'bob', password: PASSWORD]).json['accessToken'] as String)
        bob.post('/api/notifications/read')

        when:
        ring([name: 'Ring me', kind: 'boss', boss: ids.bob])
        ring([name: 'My own', kind: 'boss', boss: ids.bob], bob)

        then:
        soon.eventually { assert bob.get('/api/notifications?state=new').json['data']*.title == ['Ring me is yours now'] }
    }
}
