package io.armature.engine.pack

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import groovy.sql.Sql
import io.armature.engine.cli.CommandLines
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.metadata.archive.ArchiveWriter
import io.armature.testing.Slow
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.TempDir

/** Applications from elsewhere, all the way: files, packs, tables, records, and back; then their next version. */
@Slow
class ImportedApplicationsSpec extends ServerSpecification {
    static final byte[] PICTURE = ('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de' +
        '0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082').decodeHex()

    static final String PASSWORD = 'a long enough password, at least here'

    @Shared @TempDir Path folder
    @Shared MadeApplications made
    @Shared Map names
    @Shared Map<String, String> known = [:]

    def setupSpec() {
        made = new MadeApplications(7, ['alpha', 'beta'], 14)
        made.doctypes << [doctype: 'DocType', name: 'beta Wanderer', module: 'Main', app: 'beta', title_field: 'key', field_order: ['key'],
            fields: [[fieldname: 'key', fieldtype: 'Data', label: 'Key', reqd: 1, unique: 1]], permissions: [[role: 'System Manager', read: 1]]]
        made.write(folder.resolve('apps'))
        names = imported('apps').names
        install('install')
    }

    /** Imports, checks nothing was dropped unsaid, and gives the report. */
    private Map imported(String apps) {
        def report = folder.resolve('report.json')
        assert CommandLines.run('import', 'frappe', folder.resolve(apps).toString(), '--out', folder.resolve('packs').toString(),
            '--report', report.toString()) == 0
        new JsonSlurper().parse(report.toFile()) as Map
    }

    private static Map<String, byte[]> files(Path pack) {
        Files.walk(pack).filter { Files.isRegularFile(it) }.toList().collectEntries { [pack.relativize(it).toString(), Files.readAllBytes(it)] }
    }

    private uploaded() {
        ['alpha', 'beta'].collect { pack ->
            def archive = new ArchiveWriter().write(files(folder.resolve("packs/$pack")), Optional.empty())
            def answer = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', archive)
            assert answer.status == 201: answer
            answer.json.digest
        }
    }

    private install(String verb, Map more = [:]) {
        def answer = administrator.post("/api/packs/$verb", [packs: uploaded()] + more)
        assert answer.status == 200: answer
        answer
    }

    private String entity(Map type) { names[type.name].entity }

    private String path(Map type) { "/api/${entity(type).replace('.', '/')}" }

    private String ours(Map type, String field) { names[type.name].fields?.get(field) ?: field }

    private Object upload() {
        def answer = administrator.with('Content-Type': 'application/octet-stream').call('POST', '/api/files?name=a.png', PICTURE)
        assert answer.status == 201: answer
        answer.json.id
    }

    /** Some record of a DocType, made when it is first asked for. */
    private String some(String doctype) {
        if (!known[doctype]) {
            def type = made.named(doctype)
            def answer = administrator.post(path(type), body(type, [key: "for links $doctype" as String]))
            assert answer.status == 201: "$doctype $answer"
            known[doctype] = answer.json.id
        }
        known[doctype]
    }

    /** A sample as it is sent: by our names. */
    private Map body(Map type, Map sample) {
        def body = sample.collectEntries { field, value ->
            def table = type.fields.find { it.fieldname == field }?.fieldtype == 'Table'
            def child = table ? made.named(type.fields.find { it.fieldname == field }.options) : null
            [ours(type, field), table ? value.collect { body(child, it) } : value]
        }
        type.autoname == 'prompt' ? [name: "Name of ${sample.key}" as String] + body : body
    }

    /** What was sent and cannot be read there; passwords never can. */
    private List<String> differences(Map type, Map sent, Map read) {
        def secrets = type.fields.findAll { it.fieldtype == 'Password' }.collect { ours(type, it.fieldname) } as Set
        sent.findAll { name, value -> !(name in secrets) }.collectMany { name, value ->
            def field = type.fields.find { ours(type, it.fieldname) == name }
            if (field?.fieldtype == 'Table') {
                def child = made.named(field.options)
                return value.size() == read[name]?.size()
                    ? [value, read[name]].transpose().collectMany { a, b -> differences(child, a, b) } : ["$type.name.$name has ${read[name]}" as String]
            }
            def same = value instanceof Number ? read[name] != null && (value as BigDecimal).compareTo(read[name] as BigDecimal) == 0 : value == read[name]
            same ? [] : ["$type.name.$name: $value is ${read[name]}" as String]
        }
    }

    private String columns(Map type) {
        (['*'] + type.fields.findAll { it.fieldtype == 'Table' }.collect { "${ours(type, it.fieldname)}(*)" }).join(',')
    }

    private Map read(Map type, String id) {
        def answer = administrator.get("${path(type)}/$id?fields=${URLEncoder.encode(columns(type), 'UTF-8')}")
        assert answer.status == 200: answer
        answer.json
    }

    def 'records of every DocType are made, read as they were sent, listed, changed and deleted'() {
        given:
        def wrong = made.doctypes.findAll { !it.istable }.collectMany { type ->
            def sent = body(type, made.sample(type, this.&some, this.&upload))
            def answer = type.issingle ? administrator.patch("${path(type)}/${administrator.get(path(type)).json.data[0].id}", sent)
                : administrator.post(path(type), sent)
            if (!(answer.status in [200, 201])) {
                return ["$type.name: $answer" as String]
            }
            def id = answer.json.id
            def listed = administrator.get("${path(type)}?limit=3&sort=key")
            def changed = administrator.patch("${path(type)}/$id", [key: "تغيير 😀 $type.name" as String])
            def found = differences(type, sent, read(type, id) + [key: sent.key])
            def deleted = type.issingle ? 204 : administrator.delete("${path(type)}/$id").status
            found + (listed.status == 200 ? [] : ["$type.name list: $listed" as String]) +
                (changed.status == 200 && changed.json.key == "تغيير 😀 $type.name" as String ? [] : ["$type.name change: $changed" as String]) +
                (deleted == 204 ? [] : ["$type.name delete: $deleted" as String])
        }

        expect:
        wrong == []
    }

    def 'each series of names counts for itself'() {
        given:
        def type = made.doctypes.find { it.autoname == 'naming_series:' }
        def name = { series -> administrator.post(path(type), [key: "$series ${UUID.randomUUID()}" as String, naming_series: series]).json.name }
        def year = java.time.Year.now()

        and:
        def first = name('A-.####')
        def other = name('B-.YYYY.-')

        expect:
        first ==~ /A-\d{4}/
        name('A-.####') == 'A-' + "${first.substring(2).toInteger() + 1}".padLeft(4, '0')
        other ==~ /B-$year-\d{5}/
        name('B-.YYYY.-') == "B-$year-" + "${other.substring(7).toInteger() + 1}".padLeft(5, '0')
    }

    def 'a link that is given nothing leads to the record that its default names'() {
        given:
        def type = made.doctypes.find { !it.istable && !it.issingle && it.autoname != 'prompt' && it.fields.any { it.fieldtype == 'Link' && it.default } }
        def link = type.fields.find { it.fieldtype == 'Link' && it.default }
        def there = some(link.options)

        expect:
        administrator.post(path(type), [key: "default ${UUID.randomUUID()}" as String]).json[ours(type, link.fieldname)] == there
    }

    def 'an export gives the files back, but for order and what is empty'() {
        given:
        def different = ['alpha', 'beta'].collectMany { app ->
            def out = folder.resolve("back/$app")
            assert CommandLines.run('export', 'frappe', folder.resolve("packs/$app").toString(), '--out', out.toString()) == 0
            def back = Files.walk(out).filter { it.toString().endsWith('.json') }.toList().collect { new JsonSlurper().parse(it.toFile()) }
                .findAll { it instanceof Map }.collectEntries { [it.name, it] }
            made.doctypes.findAll { it.app == app }.collectMany { type ->
                def parts = [plain(type.findAll { it.key != 'app' }), plain(back[type.name])]
                (parts[0].keySet() + parts[1].keySet()).findAll { parts[0][it] != parts[1][it] }
                    .collect { "$type.name $it: ${[parts[0][it]].flatten() - [parts[1][it]].flatten()} is ${[parts[1][it]].flatten() - [parts[0][it]].flatten()}" }
            }
        }

        expect:
        different == []
    }

    /** Without what says nothing: 0, null and the empty; lists of rows in any order. */
    private static Object plain(Object tree) {
        switch (tree) {
            case Map: return new TreeMap(tree.collectEntries { [it.key, plain(it.value)] }.findAll { it.value })
            case List: return tree.collect { plain(it) }.sort { it.toString() }
            default: return tree in [0, '0', null, '', false] ? '' : "$tree" as String
        }
    }

    def 'a second import and install changes nothing'() {
        given:
        imported('apps')

        expect:
        administrator.post('/api/packs/plan', [action: 'install', packs: uploaded()]).json.empty
    }

    def 'who has the roles takes the steps of a workflow that comes from there, and never approves his own'() {
        given:
        def rule = { role -> [role: role, read: 1, write: 1, create: 1, submit: 1] }
        write('steps/gamma/main/doctype/antrag/antrag.json', [doctype: 'DocType', name: 'Antrag', module: 'Main', is_submittable: 1, field_order: ['key'],
            fields: [[fieldname: 'key', fieldtype: 'Data', reqd: 1]], permissions: [rule('Sachbearbeiter'), rule('Leitung')]])
        write('steps/gamma/fixtures/workflow.json', [[doctype: 'Workflow', name: 'Genehmigung', document_type: 'Antrag', is_active: 1, send_email_alert: 1,
            states: [[state: 'Offen', doc_status: '0'], [state: 'Geprüft', doc_status: '0'], [state: 'Genehmigt', doc_status: '1']],
            transitions: [[state: 'Offen', action: 'Prüfen', next_state: 'Geprüft', allowed: 'Sachbearbeiter', allow_self_approval: 1],
                          [state: 'Geprüft', action: 'Genehmigen', next_state: 'Genehmigt', allowed: 'Leitung', allow_self_approval: 0]]]])
        imported('steps')
        def archive = new ArchiveWriter().write(files(folder.resolve('packs/gamma')), Optional.empty())
        def digest = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', archive).json.digest
        assert administrator.post('/api/packs/install', [packs: [digest]]).status == 200
        def clerk = person('clerk', 'gamma.sachbearbeiter')
        def chief = person('chief', 'gamma.leitung')
        def step = { who, record, name -> who.post("/api/gamma/antrag/$record/transitions/$name", [:]).status }
        def own = chief.post('/api/gamma/antrag', [key: 'Mein']).json.id
        def other = clerk.post('/api/gamma/antrag', [key: 'Dein']).json.id

        expect:
        step(chief, other, 'prufen') == 403
        step(clerk, other, 'prufen') == 200
        step(clerk, own, 'prufen') == 200
        step(clerk, other, 'genehmigen') == 403
        step(chief, own, 'genehmigen') == 422
        step(chief, other, 'genehmigen') == 200
        chief.get("/api/gamma/antrag/$other").json.document_state == 'submitted'
    }

    private void write(String path, Object content) {
        def file = folder.resolve(path)
        Files.createDirectories(file.parent)
        Files.writeString(file, JsonOutput.toJson(content))
    }

    private Caller person(String name, String role) {
        def made = administrator.post('/api/auth/users', [username: name, password: PASSWORD, roles: [role]])
        assert made.status == 201: made
        caller.withToken(caller.post('/api/auth/login', [username: name, password: PASSWORD]).json.accessToken as String)
    }

    def 'the next version of an application keeps every row'() {
        given:
        def types = made.doctypes.findAll { !it.istable && !it.issingle }
        types.each { some(it.name) }
        def before = counts()
        def gone = types.find { type -> type.app == 'beta' && type.name != 'beta Wanderer' && !made.doctypes.any { other -> other.fields.any { it.options == type.name } } }
        def goneFrom = path(gone)
        def texts = types.collectEntries { [it.name, read(it, known[it.name]).key] }

        when: 'fields go, come and change their types and options, a DocType goes, one moves to the other application, another comes'
        next(gone)
        made.write(folder.resolve('next'))
        names = imported('next').names
        def plan = administrator.post('/api/packs/plan', [action: 'upgrade', packs: uploaded()])
        install('upgrade', [allowDestructive: true])

        then:
        plan.json.blocking == [] || !plan.json.blocking
        counts().findAll { table, rows -> before[table] != rows && before[table] != null } == [:]
        before.keySet() - counts().keySet() == ['beta$beta_wanderer'] as Set
        counts()['alpha$beta_wanderer'] == before['beta$beta_wanderer']

        and: 'what is still there can still be read'
        types.findAll { it.name != gone.name }.collectEntries { [it.name, read(it, known[it.name]).key] } == texts.findAll { it.key != gone.name }
        administrator.get(goneFrom).status == 404
        administrator.get("/api/${names['alpha Neues'].entity.replace('.', '/')}").status == 200
    }

    /** Rows by table, wherever a table that was taken away is kept. */
    private Map<String, Long> counts() {
        def sql = new Sql(database)
        def tables = sql.rows("select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'tenant_main' and relkind = 'r'")*.relname
        tables.findAll { it.contains('alpha$') || it.contains('beta$') }.collectEntries { table ->
            [table.replaceAll(/^_retired_(.*)_\d+$/, '$1'), sql.firstRow("select count(*) as n from tenant_main.\"$table\"" as String).n]
        }
    }

    private void next(Map gone) {
        made.doctypes.remove(gone)
        made.named('beta Wanderer').app = 'alpha'
        made.doctypes.each { type ->
            type.fields.removeIf { it.fieldtype in ['Barcode', 'Percent'] }
            type.fields.each { field ->
                switch (field.fieldtype) {
                    case 'Int': field.fieldtype = 'Float'; break
                    case 'Small Text': field.fieldtype = 'Text Editor'; break
                    case 'Autocomplete': field.fieldtype = 'Small Text'; break
                    case 'Date': field.fieldtype = 'Datetime'; field.remove('default'); break
                    case 'Icon': field.fieldtype = 'Int'; break
                    case 'Select': field.options = field.fieldname == 'naming_series' ? field.options : '\nErste\nNeue'; break
                    default: break
                }
            }
            type.fields << [fieldname: 'neu', fieldtype: 'Data', label: 'Neu', default: 'x', reqd: 1]
            type.field_order = type.fields*.fieldname
        }
        made.doctypes << [doctype: 'DocType', name: 'alpha Neues', module: 'Main', app: 'alpha', fields: [[fieldname: 'key', fieldtype: 'Data']], permissions: []]
    }
}
