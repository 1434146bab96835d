package io.armature.engine.site

import groovy.sql.Sql
import io.armature.engine.audit.Sealer
import io.armature.engine.audit.Verifier
import io.armature.engine.cli.ArmatureCommand
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import io.armature.engine.testing.TestServer
import io.armature.engine.vault.Vault
import io.armature.metadata.archive.ArchiveWriter
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import java.time.Instant
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import spock.lang.Shared
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

class SiteSpec extends ServerSpecification {
    @Shared @TempDir Path folder
    @Shared Sql sql = new Sql(database)

    def setupSpec() {
        administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(1, [
            'entities/box.yaml': '''\
                title: Box
                label: name
                fields:
                  name:   { type: text, translated: true }
                  inside: { type: link, to: shop.box }
                  first:  { type: link, to: shop.article }
                  all:    { type: links, to: shop.article }
                  price:  { type: decimal }
                  key:    { type: secret }
                '''.stripIndent()]))
        administrator.post('/api/tenants', [name: 'source', packs: ['shop'], adminPassword: TestServer.PASSWORD])
    }

    private Caller signIn(String tenant, TestServer at = server) {
        def there = at.caller.with('X-Tenant': tenant)
        def answer = there.post('/api/auth/login', [username: 'admin', password: TestServer.PASSWORD])
        assert answer.status == 200: answer
        there.withToken(answer.json.accessToken as String)
    }

    private run(TestServer at = server, Object... arguments) {
        def out = new StringWriter()
        def err = new StringWriter()
        def line = ArmatureCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        int status = ArmatureCommand.execute(line, (arguments.toList() + ['--data', at.folder])*.toString() as String[])
        [status: status, out: out.toString(), err: err.toString()]
    }

    def 'a tenant moves whole: records, links, users, secrets, history, trail'() {
        given:
        def source = signIn('source')
        def article = source.post('/api/shop/article', [code: 'a', name: 'Ä \t\\ "quoted"\nline']).json
        def outer = source.post('/api/shop/box', [name: 'outer', price: 12.340]).json
        def inner = source.post('/api/shop/box', [name: 'inner', inside: outer.id, first: article.id, all: [article.id], key: 'geheim']).json
        source.patch("/api/shop/box/$inner.id", [name: 'changed'])
        bean(Sealer).seal(bean(Tenants).require('source'))
        source.post('/api/shop/box', [name: 'after the seal'])
        def file = folder.resolve('source.zip')
        def path = '/api/shop/box?fields=*,all(code),first(name)&sort=name'

        expect:
        run('tenant', 'export', 'source', '-o', file).status == 0
        run('tenant', 'import', file, '--as', 'target').status == 0

        and: 'the same records answer'
        def target = signIn('target')
        target.get(path).text == source.get(path).text
        target.get("/api/shop/box/$inner.id/history").text == source.get("/api/shop/box/$inner.id/history").text

        and: 'secrets open, the trail is sound, and goes on'
        def tenant = bean(Tenants).require('target')
        bean(Vault).open(tenant, 'shop.box.key', sql.firstRow('select key from tenant_target.shop$box where key is not null').key) == 'geheim'
        target.post('/api/shop/box', [name: 'new']).status == 201
        bean(Sealer).seal(tenant) > 0
        with(bean(Verifier).verify(tenant, Optional.empty())) { sound && rows == sealed }

        and: 'links hold, as before'
        target.delete("/api/shop/article/$article.id").status == 409

        and: 'who was signed in there is not signed in here'
        server.caller.with('X-Tenant': 'target').with(Authorization: source.headers.Authorization).get('/api/auth/me').status == 401
    }

    def 'workflows under way go on where a tenant moved to: timers, approvals, and whoever wants to hear of it'() {
        given:
        def flows = [
            'pack.yaml'          : 'pack: lots\nversion: 1.0.0\ntitle: Lots\nengine: ">=0.1"\n',
            'entities/lot.yaml'  : 'label: name\nfields:\n  name: { type: text }\n  status: { type: choice, options: { new: New, waiting: Waiting, asked: Asked, agreed: Agreed, late: Late } }\n',
            'workflows/lot.yaml' : """\
                entity: lots.lot
                field: status
                states: { new: { initial: true }, waiting: {}, asked: {}, agreed: { final: true }, late: { final: true } }
                transitions:
                  begin: { from: new, to: waiting }
                  ask:   { from: new, to: asked }
                  miss:  { from: waiting, to: late }
                  agree: { from: asked, to: agreed, approvals: { by: [owner], self: true } }
                timers: [ { in: waiting, after: PT3S, do: { transition: miss } } ]
                """.stripIndent(),
        ].collectEntries { path, text -> [path, text.getBytes('UTF-8')] } as Map<String, byte[]>
        administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', new ArchiveWriter().write(flows, Optional.empty()))
        administrator.post('/api/tenants', [name: 'flows', packs: ['lots'], adminPassword: TestServer.PASSWORD])
        def source = signIn('flows')
        def (slow, asked) = ['slow', 'asked'].collect { source.post('/api/lots/lot', [name: it]).json.id }
        assert source.post('/api/sys/webhook', [url: 'https://example.org/', secret: 's']).status == 201
        assert source.post("/api/lots/lot/$slow/transitions/begin").status == 200
        assert source.post("/api/lots/lot/$asked/transitions/ask").status == 200
        def file = folder.resolve('flows.zip')

        expect:
        run('tenant', 'export', 'flows', '-o', file).status == 0
        run('tenant', 'import', file, '--as', 'flown').status == 0

        and:
        def target = signIn('flown')
        target.get('/api/sys/approval/mine').json.data*.record*.id == [asked]
        target.post("/api/lots/lot/$asked/transitions/agree").json.status == 'agreed'
        target.get("/api/lots/lot/$asked/workflow").json.history*.transition as Set == ['ask', 'agree'] as Set
        sql.firstRow('select since from tenant_flown.sys$webhook').since == 0
        new PollingConditions(timeout: 30, delay: 0.1).eventually { assert target.get("/api/lots/lot/$slow").json.status == 'late' }
    }

    def 'what became due while a tenant rested is done as soon as it works again, not a minute later'() {
        given:
        def resting = signIn('flows')
        def id = resting.post('/api/lots/lot', [name: 'resting']).json.id
        resting.post("/api/lots/lot/$id/transitions/begin")
        run('tenant', 'suspend', 'flows')
        def soon = new PollingConditions(timeout: 20, delay: 0.1)

        expect: 'nodes saw it, more than once'
        soon.eventually {
            assert sql.firstRow("select 1 from armature.due_work where tenant = 'flows' and kind = 'workflow' and due_at < now() - interval '3 seconds'")
        }
        sql.firstRow('select status from tenant_flows.lots$lot where id = ?::uuid', [id]).status == 'waiting'

        when:
        run('tenant', 'resume', 'flows')

        then:
        soon.eventually { assert resting.get("/api/lots/lot/$id").json.status == 'late' }
    }

    def 'a tenant moves to a server with another master key by a passphrase, and not without'() {
        given:
        def other = new TestServer()
        def file = folder.resolve('abroad.zip')
        signIn('source').post('/api/shop/box', [name: 'abroad', key: 'geheim'])
        administrator.post('/api/vault/rotate', [newMaster: true])

        expect: 'its own keys are wrapped by a master key that the other server lacks'
        run('tenant', 'export', 'source', '-o', file).status == 0
        run(other, 'tenant', 'import', file).status == 1
        other.bean(Tenants).named('source').empty

        and:
        run('tenant', 'export', 'source', '-o', file, '--passphrase', 'correct horse').status == 0
        run(other, 'tenant', 'import', file, '--passphrase', 'wrong horse').status == 1
        run(other, 'tenant', 'import', file, '--passphrase', 'correct horse').status == 0
        signIn('source', other).get('/api/shop/box?filter=' + URLEncoder.encode("name == 'abroad'", 'UTF-8')).json.data.size() == 1
        new Sql(other.database).firstRow('select key from tenant_source.shop$box where key is not null order by created_at desc').key.with {
            other.bean(Vault).open(other.bean(Tenants).require('source'), 'shop.box.key', it)
        } == 'geheim'

        cleanup:
        other?.close()
    }

    def 'a damaged archive makes nothing: #how'() {
        given:
        def file = folder.resolve('whole.zip')
        run('tenant', 'export', 'source', '-o', file)
        def bytes = Files.readAllBytes(file)
        def damaged = Files.write(folder.resolve('damaged.zip'), damage.call(bytes) as byte[])

        expect:
        run('tenant', 'import', damaged, '--as', 'damaged').status == 1
        bean(Tenants).named('damaged').empty
        !sql.firstRow("select 1 from pg_namespace where nspname = 'tenant_damaged'")

        where:
        how                      | damage
        'cut off'                | { Arrays.copyOf(it as byte[], (it.length * 0.7) as int) }
        'no archive'             | { 'hello'.bytes }
        'empty'                  | { [] }
        'a byte turned'          | { it[(it.length / 2) as int] ^= 0x55; it }
        'the time of an entry'   | { it[11] ^= 0x01; it }
        'the name of a table'    | { turn(it, 'tables/sys$user') }
        'a byte of its own seal' | { it[it.length - 1] ^= 0x01; it }
        'its seal cut off'       | { Arrays.copyOf(it as byte[], it.length - 64) }
        'a part without end'     | { swollen() }
    }

    /** Small, sealed as it should be, and a gigabyte and a half when its first part is read. */
    private static byte[] swollen() {
        def bytes = new ByteArrayOutputStream()
        def zip = new ZipOutputStream(bytes)
        zip.putNextEntry(new ZipEntry('site.json'))
        byte[] blank = (' ' * 1_000_000).bytes
        1500.times { zip.write(blank) }
        zip.closeEntry()
        zip.finish()
        byte[] whole = bytes.toByteArray()
        bytes.write(HexFormat.of().formatHex(MessageDigest.getInstance('SHA-256').digest(whole)).bytes)
        bytes.toByteArray()
    }

    private static byte[] turn(byte[] archive, String name) {
        int at = new String(archive, 'ISO-8859-1').indexOf(name)
        assert at > 0
        archive[at + name.length() - 1] ^= 0x01
        archive
    }

    def 'a name that is taken stays whose it is'() {
        given:
        def file = folder.resolve('taken.zip')
        run('tenant', 'export', 'source', '-o', file)

        expect:
        run('tenant', 'import', file).status == 1
        signIn('source').get('/api/shop/box').status == 200
    }

    def 'a deleted tenant answers as if it were not there, comes back until its time is over, and is gone then'() {
        given:
        administrator.post('/api/tenants', [name: 'ending', adminPassword: TestServer.PASSWORD])
        def ending = signIn('ending')
        def tenants = bean(Tenants)

        expect: 'a slip of the hand ends nothing at once'
        with(administrator.delete('/api/tenants/ending?days=-5')) { status == 422 && json.code == 'AR-402' }
        ending.get('/api/auth/me').status == 200

        and:
        run('tenant', 'delete', 'ending', '--days', '7').status == 0
        ending.get('/api/auth/me').status == 404
        tenants.purge(Instant.now()).empty
        run('tenant', 'resume', 'ending').status == 0
        ending.get('/api/auth/me').status == 200

        when:
        run('tenant', 'delete', 'ending', '--days', '7')
        def gone = tenants.purge(Instant.now().plusSeconds(8 * 86_400))

        then:
        gone*.name == ['ending']
        ending.get('/api/auth/me').status == 404
        !sql.firstRow("select 1 from pg_namespace where nspname = 'tenant_ending'")
        run('tenant', 'resume', 'ending').status == 1
        administrator.delete('/api/tenants/main').status == 403
    }

    def 'what is done with tenants is in the trail of the main one'() {
        expect:
        def done = sql.rows('select details::text as d from tenant_main."sys$audit" where action = ?', ['tenant'])*.d
        ['create', 'export', 'import', 'delete', 'resume'].every { word -> done.any { it.contains("\"done\": \"$word\"") } }
    }

    def 'nobody but an administrator of the main tenant may: #method #path'() {
        given:
        def sent = path.endsWith('import') ? ['Content-Type': 'application/zip'] : [:]
        def body = method == 'POST' ? (path.endsWith('import') ? 'x' : '{}') : null

        expect:
        signIn('source').with(sent).call(method, path, body).status == 403
        server.caller.with(sent).call(method, path, body).status == 401

        where:
        method   | path
        'GET'    | '/api/tenants'
        'GET'    | '/api/tenants/main/export'
        'DELETE' | '/api/tenants/source'
        'POST'   | '/api/tenants/source/suspend'
        'POST'   | '/api/tenants/import'
    }
}
