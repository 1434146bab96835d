package io.armature.engine.intake

import io.armature.engine.access.AccessSpecification
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.metadata.archive.ArchiveWriter
import io.armature.testing.Slow
import spock.util.concurrent.PollingConditions

/** Files that are taken in, in the background. */
@Slow
class IntakeSpec extends AccessSpecification {
    static final Map<String, String> STORE = [
        'pack.yaml'             : 'pack: store\nversion: 1.0.0\ntitle: Store\nengine: ">=0.1"\n',
        'entities/article.yaml' : '''
            label: name
            key: [code]
            features: { audit: true, softDelete: true }
            fields:
              code:  { type: text, required: true, unique: true }
              name:  { type: text, required: true }
              price: { type: decimal, digits: 2, min: 0 }
              since: { type: date }
              kind:  { type: choice, options: { tool: Tool, toy: Toy } }
            ''',
        'entities/scribble.yaml': '''
            label: name
            features: { audit: false }
            fields: { name: { type: text, required: true } }
            ''',
        'roles/keeper.yaml'     : '''
            title: Keeper
            grants:
              article: { read: true, create: true, update: true, delete: true, import: true }
            ''',
        'roles/looker.yaml'     : '''
            title: Looker
            grants:
              article: { read: true }
            ''',
    ]

    def soon = new PollingConditions(timeout: 30, delay: 0.1)
    Caller keeper

    def setupSpec() {
        def files = STORE.collectEntries { path, text -> [path, text.stripIndent().bytes] } as Map<String, byte[]>
        assert admin.with('Content-Type': 'application/zip').call('POST', '/api/packs', new ArchiveWriter().write(files, Optional.empty())).status == 201
        assert admin.post('/api/packs/install', [packs: ['store']]).status == 200
    }

    def setup() {
        keeper = user('keeper', ['store.keeper'])
    }

    private static String upload(Caller who, String text, String name = 'articles.csv') {
        def answer = who.with('Content-Type': 'application/octet-stream').call('POST', "/api/files?name=$name", text.getBytes('UTF-8'))
        assert answer.status == 201: answer
        answer.json['id']
    }

    private static Map columns = [Number: 'code', 'What it is': 'name', Price: 'price', Since: 'since', Kind: 'kind']

    private static Answer begin(Caller who, String text, Map more = [:]) {
        who.post('/api/store/article/imports', [file: upload(who, text), format: 'csv', columns: columns] + more)
    }

    private Map ended(Caller who, Answer begun) {
        assert begun.status == 202: begun
        Map now = [:]
        soon.eventually {
            now = who.get("/api/imports/${begun.json['id']}").json
            assert !(now.status in ['waiting', 'running', 'undoing'])
        }
        now
    }

    private static List<Map> articles(Caller who, String start) {
        who.get("/api/store/article?fields=code,name,price,since,kind&sort=code&filter=" + URLEncoder.encode("startsWith(code, '$start')", 'UTF-8')).json['data'] as List<Map>
    }

    def 'the beginning of a file is shown before anything is decided'() {
        when:
        def answer = keeper.post('/api/store/article/imports/preview', [file: upload(keeper, 'Number;What it is\n1;"A saw"\n2;\n'), format: 'csv'])

        then:
        answer.status == 200
        answer.json.columns == ['Number', 'What it is']
        answer.json.rows == [[Number: '1', 'What it is': 'A saw'], [Number: '2', 'What it is': '']]
    }

    def 'columns go where the mapping says, days and numbers are read as people write them'() {
        when:
        def done = ended(keeper, begin(keeper, 'Number;What it is;Price;Since;Kind;Ours\nm1;Saw;1.234,50;31/01/2026;Tool;x\nm2;Doll;5;1.2.2026;toy;y\n', [dates: 'dmy', decimals: ',']))

        then:
        [done.status, done.rows, done.created, done.kept, done.share] == ['done', 2, 2, true, 100]
        articles(keeper, 'm') == [
            [code: 'm1', name: 'Saw', price: 1234.50, since: '2026-01-31', kind: 'tool'],
            [code: 'm2', name: 'Doll', price: 5.00, since: '2026-02-01', kind: 'toy'],
        ]
    }

    def 'a dry run tells what is wrong in which row, as a table too, and keeps nothing'() {
        when:
        def done = ended(keeper, begin(keeper, 'Number,What it is,Price\nd1,Saw,1\nd2,,1\nd3,Doll,-1\n', [dryRun: true]))

        then:
        [done.status, done.created, done.refused, done.kept, done.undoable] == ['done', 1, 2, false, false]
        done.errors*.row == [2, 3]
        done.errors[0].errors[0].message
        articles(keeper, 'd') == []

        and:
        def table = keeper.get("/api/imports/${done.id}/errors")
        table.header('Content-Disposition').contains('errors.csv')
        table.text.readLines()[0] == '"row","field","code","message","hint"'
        table.text.readLines()[1].startsWith('"2","name","AR-401"')
    }

    def 'what an import made is taken back: new records go, changed ones become what they were'() {
        given:
        keeper.post('/api/store/article', [code: 'u1', name: 'Old saw', price: 10])
        def axe = keeper.post('/api/store/article', [code: 'u2', name: 'Old axe', price: 20]).json['id']
        def done = ended(keeper, begin(keeper, 'Number,What it is,Price\nu1,New saw,11\nu2,New axe,21\nu3,Plane,30\nu4,Rasp,40\n', [key: ['code']]))
        assert keeper.patch("/api/store/article/$axe", [price: 25]).status == 200

        expect:
        [done.created, done.updated, done.undoable] == [2, 2, true]

        when:
        def undone = ended(keeper, keeper.post("/api/imports/${done.id}/undo"))

        then:
        [undone.status, undone.undone, undone.left, undone.undoable] == ['undone', 3, 1, false]
        articles(keeper, 'u').collect { [it.code, it.name, it.price] } == [['u1', 'Old saw', 10.00], ['u2', 'New axe', 25.00]]

        and:
        keeper.post("/api/imports/${done.id}/undo").json['code'] == 'AR-465'
    }

    def 'an import that waits or runs is stopped, and leaves nothing'() {
        given:
        def text = new StringBuilder('Number,What it is\n')
        (1..20_000).each { text << "s$it,Saw $it\n" }
        def begun = begin(keeper, text.toString())

        when:
        def stopped = keeper.post("/api/imports/${begun.json['id']}/cancel")

        then:
        stopped.status == 202
        ended(keeper, begun).status == 'stopped'
        articles(keeper, 's') == []
        keeper.post("/api/imports/${begun.json['id']}/cancel").json['code'] == 'AR-465'
    }

    def 'a file that cannot be read fails with a reason'() {
        when:
        def done = ended(keeper, keeper.post('/api/store/article/imports', [file: upload(keeper, '[{"code": "j1",]', 'a.json'), format: 'json']))

        then:
        done.status == 'failed'
        done.problem
        !done.kept
    }

    def 'orders are kept under a name for the next file'() {
        when:
        keeper.put('/api/store/article/imports/templates/Price%20list', [format: 'csv', columns: columns, key: ['code'], dates: 'dmy'])

        then:
        with(keeper.get('/api/store/article/imports/templates').json['data'][0]) {
            name == 'Price list'
            order.columns == columns
            order.key == ['code']
            order.dates == 'dmy'
        }
        keeper.delete('/api/store/article/imports/templates/Price%20list').status == 204
        keeper.get('/api/store/article/imports/templates').json['data'] == []
    }

    def 'nobody without the right imports, and nobody sees the imports of others'() {
        given:
        def looker = user('looker', ['store.looker'])
        def done = ended(keeper, begin(keeper, 'Number,What it is\nn1,Saw\n'))
        def file = upload(looker, 'Number\n1\n')

        expect:
        looker.post('/api/store/article/imports', [file: file, format: 'csv']).status == 403
        looker.post('/api/store/article/imports/preview', [file: file, format: 'csv']).status == 403
        looker.get('/api/store/article/imports/templates').status == 403
        looker.get("/api/imports/${done.id}").status == 404
        looker.post("/api/imports/${done.id}/undo").status == 404
        looker.get('/api/imports').json['data'] == []
        keeper.get('/api/imports?entity=store.article').json['data'][0].id == done.id
        keeper.get('/api/imports?entity=store.scribble').json['data'] == []
    }

    def 'what an administrator takes in and takes back in a name tells of both in the trail'() {
        given:
        def acting = server.caller.withToken(admin.post('/api/auth/impersonate', [username: 'keeper']).json['accessToken'] as String)
        def both = [ids.keeper, admin.get('/api/auth/me').json['id']]

        when:
        def done = ended(acting, begin(acting, 'Number,What it is\nq1,Quill\n'))

        then:
        done.created == 1
        lastActors() == both

        when:
        ended(acting, acting.post("/api/imports/${done.id}/undo"))

        then:
        lastActors() == both
        articles(keeper, 'q') == []
    }

    private List lastActors() {
        admin.get('/api/sys/audit?sort=-at&limit=1&filter=' + URLEncoder.encode("entity == 'store.article'", 'UTF-8')).json['data'][0].with { [it['actor'], it['real_actor']] }
    }

    def 'what is taken in without a trail cannot be taken back'() {
        given:
        def done = ended(admin, admin.post('/api/store/scribble/imports', [file: upload(admin, 'name\nA\n'), format: 'csv']))

        expect:
        done.created == 1
        admin.post("/api/imports/${done.id}/undo").json['code'] == 'AR-466'
    }

    def 'an order that makes no sense is refused at once'() {
        expect:
        begin(keeper, 'Number\n1\n', order).json['code'] == code

        where:
        order           || code
        [key: ['name']] || 'AR-105'
        [dates: 'xyz']  || 'AR-406'
        [decimals: '#'] || 'AR-406'
    }
}
