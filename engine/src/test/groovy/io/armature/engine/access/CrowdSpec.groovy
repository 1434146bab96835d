package io.armature.engine.access

import groovy.sql.Sql
import io.armature.testing.Slow
import spock.lang.Shared

/** Who may see a record, and what changed roles would do, among two thousand users and a hundred thousand records. */
@Slow
class CrowdSpec extends AccessSpecification {
    @Shared Sql sql = new Sql(server.database)
    @Shared String region

    def setupSpec() {
        ['rep', 'chief', 'north'].each { user(it, ["sales.$it".toString()]) }
        region = make('region', [code: 'N', name: 'North'])
        sql.execute('''insert into tenant_main."sys$user" (id, username, name, roles)
            select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'user' || n, 'User ' || n,
              case when n % 10 = 0 then '{sales.chief}' when n % 10 = 1 then '{sales.north}' when n % 10 = 2 then '{}' else '{sales.rep}' end::text[]
            from generate_series(1, 2000) n''')
        sql.execute('''insert into tenant_main."sales$customer" (id, name, status, version, created_at, updated_at, owner, region)
            select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Customer ' || n, case when n % 3 = 0 then 'lead' else 'active' end, 1, now(), now(),
              ('00000000-0000-7000-8000-' || lpad(to_hex(1 + n % 2000), 12, '0'))::uuid, case when n % 4 = 0 then ?::uuid end
            from generate_series(1, 100000) n''', [region])
        sql.execute('vacuum analyze')
    }

    private Map<String, Map> who(int record) {
        admin.get("/api/access/who?entity=sales.customer&id=${place(record)}").json.data.collectEntries { [it.username, it] }
    }

    private static String place(int record) {
        "00000000-0000-7000-9000-${Integer.toHexString(record).padLeft(12, '0')}"
    }

    def 'everybody who may see a record is told, as each would be explained'() {
        given:
        def sample = ['user3', 'user4', 'user10', 'user11', 'user12', 'user13', 'rep', 'chief', 'north', 'admin']

        expect:
        [2, 3, 4, 12, 99].each { record ->
            def told = who(record)
            sample.each { name ->
                def rights = admin.get("/api/access/explain?entity=sales.customer&id=${place(record)}&user=$name").json.rights
                ['read', 'update', 'delete', 'share'].each { verb ->
                    assert (rights[verb].allowed == 'yes') == (told[name]?.get(verb) ?: false)
                }
            }
        }
        who(4).size() > 1500
        who(2).keySet().count { it ==~ /user\d*[3-9]/ } == 1
    }

    def 'what a draft changes is counted for each'() {
        given:
        def draft = admin.get('/api/access/roles/sales.rep').json as Map
        draft.grants.customer.read = "owner == user.id && status == 'lead'"
        def count = { int n, String more ->
            sql.firstRow(('select count(*) as n from tenant_main."sales$customer" where owner = ?::uuid and ' + more), ["00000000-0000-7000-8000-${Integer.toHexString(n).padLeft(12, '0')}".toString()]).n
        }
        def north = sql.firstRow('select count(*) as n from tenant_main."sales$customer" where region is not null').n

        when:
        long start = System.nanoTime()
        def changes = admin.post('/api/access/diff', [roles: ['sales.rep': draft]]).json.data.findAll { it.entity == 'sales.customer' && it.verb == 'read' }
        println "CrowdSpec: a draft for 2,000 users and 100,000 records takes ${(System.nanoTime() - start).intdiv(1_000_000)} ms"
        start = System.nanoTime()
        who(4)
        println "CrowdSpec: who may see a record takes ${(System.nanoTime() - start).intdiv(1_000_000)} ms"

        then:
        changes.size() == 1401
        [3, 4, 5, 1999].every { n ->
            def change = changes.find { it.username == "user$n" }
            change.gained == 0 && change.lost == north + count(n, "region is null and status <> 'lead'") - count(n, "region is not null and status = 'lead'")
        }
    }

    def 'conditions over lines are counted from the lines'() {
        given:
        sql.execute('''insert into tenant_main."sales$contact" (id, name, version, created_at, updated_at, owner, customer, deleted_at)
            select ('00000000-0000-7000-a000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Contact ' || n, 1, now(), now(),
              ('00000000-0000-7000-8000-' || lpad(to_hex(1 + (n * 7) % 2000), 12, '0'))::uuid, ('00000000-0000-7000-9000-' || lpad(to_hex(1 + n % 100000), 12, '0'))::uuid,
              case when n % 50 = 0 then now() end
            from generate_series(1, 150000) n''')
        sql.execute('vacuum analyze')
        def draft = admin.get('/api/access/roles/sales.rep').json as Map
        draft.grants.customer.read = "status == 'lead' && any(contacts, owner == user.id && name != 'Contact 7') || !any(contacts, owner == user.id) && owner == user.id"
        def mine = { String user, String row -> "exists (select from tenant_main.\"sales\$contact\" l where l.customer = c.id and l.owner = '$user' and l.deleted_at is null $row)" }

        when:
        long start = System.nanoTime()
        def changes = admin.post('/api/access/diff', [roles: ['sales.rep': draft]]).json.data.findAll { it.entity == 'sales.customer' && it.verb == 'read' }
        println "CrowdSpec: a draft over lines takes ${(System.nanoTime() - start).intdiv(1_000_000)} ms"

        then:
        changes.size() == 1401
        [3, 4, 5, 7, 14, 1999].each { n ->
            def user = "00000000-0000-7000-8000-${Integer.toHexString(n).padLeft(12, '0')}".toString()
            def after = "(c.status = 'lead' and ${mine(user, "and l.name <> 'Contact 7'")} or not ${mine(user, '')} and c.owner = '$user')"
            def before = "(c.owner = '$user' or c.region is not null)"
            def counted = sql.firstRow("select count(*) filter (where $after and not $before) as gained, count(*) filter (where $before and not $after) as lost from tenant_main.\"sales\$customer\" c where c.deleted_at is null".toString())
            with(changes.find { it.username == "user$n" }) { assert [gained, lost] == [counted.gained, counted.lost] }
        }
    }
}
