package io.armature.engine.audit

import groovy.sql.Sql
import io.armature.engine.tenant.Tenant
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import spock.lang.Shared

/** A server with a trail, and what it takes to seal it, to verify it, and to spoil it. */
abstract class TrailSpecification extends ServerSpecification {
    static final String TABLE = 'tenant_main."sys$audit"'

    @Shared Sql sql = new Sql(database)

    def setupSpec() {
        administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(1, [
            'entities/safe.yaml': '''\
                title: Safe
                label: name
                fields:
                  name:    { type: text }
                  secret:  { type: secret, max: 20 }
                  pin:     { type: integer, sensitivity: secret }
                  mail:    { type: email, sensitivity: personal }
                '''.stripIndent()]))
        administrator.post('/api/packs/install', [packs: ['shop']])
    }

    protected Tenant tenant() { bean(Tenants).require('main') }

    protected void write(int count) {
        count.times { administrator.post('/api/shop/article', [code: "c${System.nanoTime()}".toString(), name: "n$it".toString()]) }
    }

    protected Verification verify(String head = null) {
        bean(Verifier).verify(tenant(), Optional.ofNullable(head))
    }

    protected void seal() {
        bean(Sealer).seal(tenant())
    }

    /** As somebody who may do everything in the database. */
    protected void tamper(String statement, List values = []) {
        sql.withTransaction {
            sql.execute("alter table $TABLE disable trigger all".toString())
            sql.execute('alter table tenant_main."sys$audit_seal" disable trigger all')
            sql.executeUpdate(statement, values)
            sql.execute("alter table $TABLE enable trigger all".toString())
            sql.execute('alter table tenant_main."sys$audit_seal" enable trigger all')
        }
    }

    /** The trail as it was before a feature spoilt it. */
    protected void restoring(Closure feature) {
        sql.execute("create table kept as select * from $TABLE".toString())
        sql.execute('create table kept_seals as select * from tenant_main."sys$audit_seal"')
        def columns = sql.rows("select column_name as c from information_schema.columns where table_schema = 'tenant_main' and table_name = 'sys\$audit' and is_generated = 'NEVER'".toString())*.c.collect { "\"$it\"" }.join(', ')
        try {
            feature.call()
        } finally {
            tamper("delete from $TABLE".toString())
            tamper("insert into $TABLE ($columns) select $columns from kept".toString())
            tamper('delete from tenant_main."sys$audit_seal"')
            tamper('insert into tenant_main."sys$audit_seal" select * from kept_seals')
            sql.execute('drop table kept')
            sql.execute('drop table kept_seals')
        }
    }
}
