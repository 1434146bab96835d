package io.armature.engine.access

import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import io.armature.testing.Slow
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.temporal.ChronoUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What is explained is what happens: random roles, shares and loans, and every kind of request made for each. */
@Slow
class ExplainedSpec extends Specification {
    static final int ROLES = 12
    static final int PEOPLE = 12
    static final int RECORDS = 10
    static final Map<String, String> FILES = [
        'pack.yaml'             : 'pack: deals\nversion: 1.0.0\ntitle: Deals\nengine: ">=0.1"\n',
        'entities/deal.yaml'    : '''
            label: name
            key: [code]
            fields:
              name:   { type: text, required: true }
              code:   { type: text, unique: true, required: true }
              note:   { type: text }
              status: { type: choice, options: { open: Open, won: Won, lost: Lost } }
              level:  { type: integer }
              boss:   { type: user }
            ''',
        'workflows/deal.yaml'   : '''
            entity: deals.deal
            field: status
            states: { open: { initial: true }, won: {}, lost: {} }
            transitions:
              win:    { from: open, to: won }
              lose:   { from: open, to: lost, roles: [r1, r4, r7] }
              reopen: { from: "*", to: open }
            ''',
        'reports/by_name.yaml'  : 'title: By name\nentity: deals.deal\ndimensions: [name]\nmeasures: { count: { title: Deals, expression: "count()" } }\n',
        'hooks/deal.js'         : 'export default { action: { first() {}, second() {} } }\n',
        'pages/welcome.yaml'    : 'title: Welcome\nroles: [r2]\nblocks: [{ text: Hello }]\n',
        'menus/main.yaml'       : 'items: [{ name: deals, entity: deals.deal }, { name: welcome, page: deals.welcome }]\n',
        'menus/side.yaml'       : 'items: [{ name: closers, entity: deals.deal, roles: [r5, r6] }]\n',
    ]
    static final List<String> CONDITIONS = ['owner == user.id', 'level > 3', "status == 'open'", 'boss == user.id', "hasRole('deals.r3')", 'level < 7 && owner == user.id', "boss == user.id || status == 'lost'"]

    @Shared Random random = new Random(616)
    @Shared @AutoCleanup TestServer server = new TestServer(Database.fresh(), [folder().toString()])
    @Shared Caller admin = server.administrator
    @Shared Map<String, Caller> people = [:]
    @Shared Map<String, String> ids = [:]
    @Shared List<Map> records = []

    private Path folder() {
        def folder = Files.createTempDirectory('deals')
        (FILES + (0..<ROLES).collectEntries { ["roles/r${it}.yaml".toString(), role(it)] }).each { path, text ->
            def file = folder.resolve(path)
            Files.createDirectories(file.parent)
            Files.writeString(file, text.stripIndent())
        }
        folder
    }

    private String role(int number) {
        def right = { int often -> random.nextInt(10) < often ? (random.nextInt(3) ? "\"${CONDITIONS[random.nextInt(CONDITIONS.size())]}\"" : 'true') : 'false' }
        def some = { List<String> names, int often -> names.findAll { random.nextInt(10) < often } }
        def grant = ["read: ${right(8)}"] + ['create', 'update', 'delete', 'export', 'import', 'print', 'share', 'report'].collect { "$it: ${right(6)}" }
        grant << "transitions: ${some(['win', 'lose', 'reopen'], 6)}"
        grant << "hidden: ${some(['note', 'status'], 2)}"
        grant << "readOnly: ${some(['note'], 2)}"
        def lines = ["title: R$number", "actions: ${some(['deals.first', 'deals.second'], 4)}", "menus: ${some(['deals.main', 'deals.side'], 2)}", "pages: ${some(['deals.welcome'], 3)}"]
        if (number && random.nextInt(4) == 0) {
            lines << "inherits: [r${random.nextInt(number)}]"
        }
        (lines + ['grants:', "  deals.deal: { ${grant.join(', ')} }"]).join('\n') + '\n'
    }

    def setupSpec() {
        (['stranger'] + (0..<PEOPLE).collect { "p$it".toString() }).each { name ->
            def roles = name == 'stranger' ? [] : (0..random.nextInt(2)).collect { "deals.r${random.nextInt(ROLES)}".toString() }.unique()
            ids[name] = admin.post('/api/auth/users', [username: name, password: AccessSpecification.PASSWORD, roles: roles]).json['id'] as String
            people[name] = server.caller.withToken(server.caller.post('/api/auth/login', [username: name, password: AccessSpecification.PASSWORD]).json['accessToken'] as String)
        }
        def anybody = { ids["p${random.nextInt(PEOPLE)}".toString()] }
        RECORDS.times { int n ->
            def made = admin.post('/api/deals/deal', [name: "D$n", code: "C$n", note: 'x', level: random.nextInt(10), boss: anybody(), owner: anybody()])
            assert made.status == 201: made.text
            def step = ['', 'win', 'lose'][random.nextInt(3)]
            if (step) {
                assert admin.post("/api/deals/deal/${made.json.id}/transitions/$step").status == 200
            }
            records << [id: made.json.id, name: "D$n", code: "C$n", state: step ? [win: 'won', lose: 'lost'][step] : 'open']
        }
        6.times {
            assert admin.post("/api/deals/deal/${records[random.nextInt(RECORDS)].id}/shares", [user: anybody(), verb: it % 2 ? 'write' : 'read']).status == 201
        }
        [['p0', 'p1'], ['p2', 'p3'], ['admin', 'p4']].each { lender, borrower ->
            def delegator = lender == 'admin' ? admin.get('/api/auth/me').json.id : ids[lender]
            assert admin.post('/api/access/delegations', [delegator: delegator, delegate: ids[borrower], until: Instant.now().plus(1, ChronoUnit.DAYS).toString()]).status == 201
        }
    }

    private boolean real(String what, Caller who, Map record) {
        def place = "/api/deals/deal/$record.id"
        def dry = who.with(Prefer: 'tx=rollback')
        def fresh = "n${random.nextInt()}".toString()
        switch (what) {
            case 'read': return who.get(place).status == 200
            case 'update': return dry.patch(place, [note: fresh]).status == 200
            case 'delete': return dry.delete(place).status in [200, 204]
            case 'export': return who.get("/api/deals/deal/export?format=json&fields=id&filter=id=='$record.id'").text.contains(record.id as String)
            case 'print': return who.get("$place/print/letter?format=html").status == 200
            case 'share': return shared(who, place)
            case 'import': return who.with('Content-Type': 'text/csv').post('/api/deals/deal/import?key=code&dryRun=true', "code,note\n$record.code,$fresh\n").json.updated == 1
            case 'report': return who.get('/api/reports/deals/by_name/data').json.data.any { it.name == record.name }
            default: return dry.post("$place/transitions/$what").status in [200, 204] // One that leaves what he may read is not shown to him.
        }
    }

    private boolean shared(Caller who, String place) {
        def made = who.post("$place/shares", [user: ids.stranger])
        if (made.status == 201) {
            admin.delete("$place/shares/${made.json.id}")
        }
        made.status == 201
    }

    def 'whatever is explained of a record is what happens to whoever tries'() {
        given:
        int cases = 0
        def told = [yes: 0, no: 0]

        expect:
        people.findAll { it.key != 'stranger' }.each { name, who ->
            records.each { record ->
                def why = admin.get("/api/access/explain?entity=deals.deal&id=$record.id&user=$name").json
                def right = { String verb -> why.rights[verb].allowed == 'yes' }
                def writes = right('update') && why.fields.note.writable == 'yes'
                def expected = [read: right('read'), update: writes, delete: right('delete'), export: right('export'), print: right('print'), share: right('share'), import: right('import') && writes, report: right('report')]
                ['win', 'lose', 'reopen'].findAll { it == 'reopen' ? record.state != 'open' : record.state == 'open' }.each { expected[it] = why.transitions[it].allowed == 'yes' }
                expected.each { what, allowed ->
                    assert real(what, who, record) == allowed: "$what by $name of $record.name: $why"
                    told[allowed ? 'yes' : 'no']++
                    cases++
                }
                def own = who.get("/api/access/explain?entity=deals.deal&id=$record.id")
                assert own.status == (right('read') ? 200 : 404)
            }
        }
        cases > 1000
        told.yes > 200
        told.no > 200
    }

    def 'who may is told as it is explained'() {
        expect:
        records.take(4).each { record ->
            def who = admin.get("/api/access/who?entity=deals.deal&id=$record.id").json.data.collectEntries { [it.username, it] }
            people.keySet().each { name ->
                def rights = admin.get("/api/access/explain?entity=deals.deal&id=$record.id&user=$name").json.rights
                ['read', 'update', 'delete', 'share'].each { assert (rights[it].allowed == 'yes') == (who[name]?.get(it) ?: false) }
            }
        }
    }

    def 'what is explained of making records, actions, pages and menus is what happens'() {
        expect:
        people.each { name, who ->
            def why = { String what -> admin.get("/api/access/explain?$what&user=$name").json }
            def create = why('entity=deals.deal').rights.create.allowed
            def status = who.with(Prefer: 'tx=rollback').post('/api/deals/deal', [name: 'N', code: "N${random.nextInt()}"]).status
            assert create == 'depends' || (create == 'yes') == (status == 201)
            ['first', 'second'].each { assert (why("action=deals.$it").allowed == 'yes') == (who.post("/api/deals/actions/$it").status == 204) }
            def menus = who.get('/api/screens/menu').json.menus.findAll { it.pack == 'deals' }
            ['main', 'side'].each { menu -> assert (why("menu=deals.$menu").allowed == 'yes') == menus.any { it.name == menu } }
            assert (why('page=deals.welcome').allowed == 'yes') == menus.find { it.name == 'main' }?.items?.any { it.name == 'welcome' }.asBoolean()
        }
        with(admin.get('/api/access/explain?action=deals.first&user=stranger').json) { allowed == 'no' && !roles && rolesThatMay }
        admin.get('/api/access/explain?action=deals.third').status == 404
    }

    def 'nobody is explained what he may not know of'() {
        expect:
        people.stranger.get('/api/access/explain?entity=deals.deal').status == 404
        people.stranger.get('/api/access/explain?entity=deals.nothing').status == 404
        admin.get('/api/access/explain?entity=deals.deal&user=stranger').json.rights.read.allowed == 'no'
        admin.get('/api/access/explain?entity=sys.audit').json.rights.update.allowed == 'no'
        admin.patch("/api/sys/audit/${UUID.randomUUID()}", [:]).status == 405
    }
}
