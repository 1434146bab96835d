package io.armature.engine.audit

import io.armature.engine.audit.Retention.Rule
import io.armature.engine.db.Database
import io.armature.engine.vault.Vault
import java.time.Clock
import java.time.Duration

class RetentionSpec extends TrailSpecification {
    def 'rows go when their time is over, by entity, and the rest can be verified as before'() {
        given:
        write(3)
        administrator.post('/api/shop/safe', [name: 'S'])
        seal()
        def count = { sql.firstRow("select count(*) as n from $TABLE where entity = ?".toString(), [it]).n }
        assert administrator.put('/api/audit/retention', ['shop.article': 1, 'sys.session': 30]).status == 200
        // Two days later.
        def clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(2))
        def later = new Retention(bean(Database), bean(Vault), bean(Audit), clock)

        when:
        int gone = later.apply(tenant())

        then:
        gone >= 3
        count('shop.article') == 0
        count('shop.safe') > 0
        with(verify()) {
            sound
            expired >= 3
        }
        sql.firstRow("select details::text as d from $TABLE where action = 'retention'".toString()).d.contains('"shop.article": 1')

        cleanup:
        bean(Retention).replace(tenant(), [new Rule('x.y', 1)], AuditEntry.of('retention', 'sys.audit', Origin.of('spec')))
    }

    def 'retention that is no number of days is refused: #days'() {
        expect:
        administrator.put('/api/audit/retention', ['*': days]).status == 422

        where:
        days << [0, -1, 'x', 1.5, null]
    }

    def 'what is older than all rules want goes by whole seals, which stand for their rows'() {
        given:
        write(3)
        seal()
        def entry = AuditEntry.of('retention', 'sys.audit', Origin.of('spec'))
        bean(Retention).replace(tenant(), [new Rule('*', 1), new Rule('sys.user', 2)], entry)
        def clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(3))
        def head = bean(Sealer).head(tenant()).get()

        when:
        int gone = new Retention(bean(Database), bean(Vault), bean(Audit), clock).apply(tenant())

        then:
        gone >= 3
        sql.firstRow('select count(*) as n from tenant_main."sys$audit_mark"').n == 0
        sql.firstRow('select count(*) as n from tenant_main."sys$audit_seal" where gone = 0 or cardinality(rows) > 0').n == 0
        with(verify(head)) {
            sound
            expired >= gone
        }

        when: 'somebody without the key takes rows away in the same manner'
        write(2)
        seal()
        Verification found = null
        restoring {
            tamper("delete from $TABLE where id in (select unnest(rows) from tenant_main.\"sys\$audit_seal\" where gone = 0)".toString())
            tamper('update tenant_main."sys$audit_seal" set gone = cardinality(rows), gone_mac = mac, rows = \'{}\' where gone = 0')
            found = verify()
        }

        then:
        found.problems*.kind.contains('removed')
        verify().sound

        cleanup:
        bean(Retention).replace(tenant(), [new Rule('x.y', 1)], entry)
    }
}
