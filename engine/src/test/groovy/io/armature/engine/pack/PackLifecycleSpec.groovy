package io.armature.engine.pack

import groovy.sql.Sql
import io.armature.engine.current.CurrentModels
import io.armature.engine.tenant.Tenant
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack

class PackLifecycleSpec extends ServerSpecification {
    private String upload(byte[] archive) {
        def answer = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', archive)
        assert answer.status == 201
        answer.json.digest
    }

    private call(String verb, String pack, Map more = [:]) {
        administrator.post("/api/packs/$verb", [packs: [pack]] + more)
    }

    private Set<String> fields() {
        def tenant = bean(Tenants).named(Tenant.MAIN).get()
        bean(CurrentModels).of(tenant).entity('shop.article').map { it.fields().keySet() }.orElse([] as Set)
    }

    private List<String> columns() {
        new Sql(database).rows("""select attname from pg_attribute where attnum > 0 and not attisdropped
            and attrelid = to_regclass('tenant_main."shop\$article"')""")*.attname
    }

    def cleanup() {
        if (administrator.get('/api/packs').json.data) {
            assert call('uninstall', 'shop').status == 200
        }
    }

    def 'a plan shows what an install does, and the install does it'() {
        given:
        def digest = upload(ShopPack.archive(1))

        when:
        def plan = administrator.post('/api/packs/plan', [action: 'install', packs: [digest]])

        then:
        plan.status == 200
        plan.json.packs == [[pack: 'shop', action: 'install', to: '1.1.0']]
        plan.json.schema.steps.any { it.table == 'shop$article' }
        fields().empty
        columns().empty

        when:
        def answer = call('install', digest, [plan: plan.json.plan])

        then:
        answer.status == 200
        fields().contains('extra_0')
        columns().contains('extra_0')
        administrator.get('/api/packs').json.data*.version == ['1.1.0']
    }

    def 'planning again right after an install finds nothing to do'() {
        given:
        def digest = upload(ShopPack.archive(2))
        assert call('install', digest).status == 200

        expect:
        administrator.post('/api/packs/plan', [action: 'install', packs: [digest]]).json.empty
    }

    def 'a plan that somebody overtook is refused'() {
        given:
        def first = upload(ShopPack.archive(1))
        def second = upload(ShopPack.archive(2))
        def plan = administrator.post('/api/packs/plan', [action: 'install', packs: [first]]).json.plan
        assert call('install', second).status == 200

        when:
        def answer = call('install', first, [plan: plan])

        then:
        answer.status == 409
        answer.json.code == 'AR-620'
        administrator.get('/api/packs').json.data*.version == ['1.2.0']
    }

    def 'an upgrade adds, a downgrade retires when that is allowed, and coming back restores the values'() {
        given:
        def old = upload(ShopPack.archive(0))
        def fresh = upload(ShopPack.archive(1))
        def sql = new Sql(database)
        assert call('install', old).status == 200
        assert call('upgrade', fresh).status == 200
        sql.execute('''insert into tenant_main."shop$article" (id, version, created_at, updated_at, code, name, extra_0)
            values (gen_random_uuid(), 1, now(), now(), 'a', 'A', 'kept')''')

        expect:
        call('install', old).json.code == 'AR-622'
        fields().contains('extra_0')

        when:
        def downgrade = call('install', old, [allowDestructive: true])

        then:
        downgrade.json.packs*.action == ['downgrade']
        !fields().contains('extra_0')
        !columns().contains('extra_0')

        when:
        assert call('upgrade', fresh).status == 200

        then:
        sql.firstRow('select extra_0 from tenant_main."shop$article"').extra_0 == 'kept'
    }

    def 'a pack that rests is no part of the model, and its records are back when it wakes'() {
        given:
        def digest = upload(ShopPack.archive(0))
        assert call('install', digest, [allowDestructive: true]).status == 200
        def sql = new Sql(database)
        sql.execute('''insert into tenant_main."shop$article" (id, version, created_at, updated_at, code, name)
            values (gen_random_uuid(), 1, now(), now(), 'b', 'B')''')
        long records = sql.firstRow('select count(*) as n from tenant_main."shop$article"').n

        when:
        assert call('deactivate', 'shop').status == 200

        then:
        fields().empty
        administrator.get('/api/packs').json.data*.active == [false]

        when:
        assert call('activate', 'shop').status == 200

        then:
        sql.firstRow('select count(*) as n from tenant_main."shop$article"').n == records
    }

    def 'what is wrong stops everything: #what'() {
        given:
        def digest = upload(ShopPack.archive(1, files))

        when:
        def answer = call('install', digest)

        then:
        answer.status >= 400 && answer.status < 500
        (answer.json.errors*.code + answer.json.code).contains(code)
        fields().empty
        columns().empty
        administrator.get('/api/packs').json.data.empty

        where:
        what                      | files                                                                                  || code
        'a link to nowhere'       | ['entities/x.yaml': 'title: X\nfields:\n  a: { type: link, to: shop.nothing }\n']      || 'AR-210'
        'a missing pack'          | ['pack.yaml': 'pack: shop\nversion: 1.0.0\ntitle: S\nengine: "*"\nrequires: { nix: "*" }\n'] || 'AR-601'
        'another engine'          | ['pack.yaml': 'pack: shop\nversion: 1.0.0\ntitle: S\nengine: ">=9"\n']                  || 'AR-603'
        'no YAML'                 | ['entities/x.yaml': 'title: [']                                                        || 'AR-200'
    }

    def 'a migration that fails leaves everything as it was'() {
        given:
        def digest = upload(ShopPack.archive(1, ['migrations/V1__break.sql': 'select 1/0;']))

        when:
        def answer = call('install', digest)

        then:
        answer.status >= 400
        columns().empty
        administrator.get('/api/packs').json.data.empty
    }

    def 'a migration runs once, on the tables of the tenant'() {
        given:
        def migration = ['migrations/V1__note.sql': 'create table if not exists note (n int); insert into note values (1);']
        def sql = new Sql(database)

        when:
        assert call('install', upload(ShopPack.archive(0, migration)), [allowDestructive: true]).status == 200
        assert call('upgrade', upload(ShopPack.archive(1, migration))).status == 200

        then:
        sql.firstRow('select count(*) as n from tenant_main.note').n == 1
    }

    def 'an archive that cannot be trusted is refused at the door'() {
        given:
        def bytes = ShopPack.archive(0)
        bytes[bytes.length.intdiv(2)] ^= 1

        when:
        def answer = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', bytes)

        then:
        answer.status == 422
        answer.json.code == 'AR-604'
    }

    def 'nobody brings a pack in place of the engine, and the longest names keep what they guard'() {
        given:
        def archive = { name, entity ->
            def files = ["pack.yaml": "{ pack: $name, version: 1.0.0, title: X, engine: '>=0.1 <1' }",
                ("entities/${entity}.yaml" as String): "fields: { a: { type: text, unique: true, index: true } }"]
            new io.armature.metadata.archive.ArchiveWriter().write(files.collectEntries { [it.key as String, (it.value as String).bytes] }, Optional.empty())
        }

        expect:
        call('install', upload(archive('sys', 'e'))).json.code == 'AR-205'

        when:
        def longest = upload(archive('z' * 60, 'a' * 60))

        then:
        call('install', longest).status == 200
        call('plan', longest, [action: 'install']).json.empty
        call('uninstall', 'z' * 60, [allowDestructive: true]).status == 200
        call('install', longest).status == 200
        call('uninstall', 'z' * 60, [allowDestructive: true]).status == 200
    }

    def 'an unknown #what is told'() {
        when:
        def answer = administrator.post(path, body)

        then:
        answer.status == status
        answer.json.code == code

        where:
        what     | path                   | body                                || status | code
        'pack'   | '/api/packs/install'   | [packs: ['nothing']]                || 404    | 'AR-600'
        'pack'   | '/api/packs/uninstall' | [packs: ['nothing']]                || 404    | 'AR-600'
        'action' | '/api/packs/plan'      | [action: 'explode', packs: ['shop']] || 422    | 'AR-406'
    }
}
