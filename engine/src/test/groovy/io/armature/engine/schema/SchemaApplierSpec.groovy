package io.armature.engine.schema

import io.armature.metadata.problem.ProblemCode
import io.armature.metadata.problem.ProblemException

class SchemaApplierSpec extends SchemaSpec {
    static final Map<String, Map<String, Object>> ITEM = [
        item: [features: [softDelete: false], fields: [code: [type: 'text'], qty: [type: 'integer']]],
    ]

    static final String INVALID =
        'update pg_index set indisvalid = false where indexrelid = \'main."crm$item$code$uq"\'::regclass'

    def 'a plan is refused when the schema changed since'() {
        given:
        def plan = plan(ITEM)
        sql.execute('create table main.other (n int)')

        when:
        applier.apply(plan)

        then:
        def refused = thrown(ProblemException)
        codes(refused) == [ProblemCode.PLAN_OUTDATED]
        tables() == ['other']
    }

    def 'duplicates block a unique index, and say where they are'() {
        given:
        apply(ITEM)
        insert('crm$item', [[code: 'a'], [code: 'b'], [code: 'a'], [code: null], [code: null]])

        when:
        applier.apply(plan(item: [features: [softDelete: false], fields: [code: [type: 'text', unique: true]]]))

        then:
        def refused = thrown(ProblemException)
        codes(refused) == [ProblemCode.PLAN_BLOCKED, ProblemCode.PLAN_DUPLICATES]
        refused.problems()[1].arguments() == ['2', 'crm$item', 'code', "${id(1)}, ${id(3)}" as String]
    }

    def 'what others do in the same transaction is undone with it'() {
        when:
        lock.locked('main') {
            applier.perform(plan(ITEM), it)
            it.execute('insert into main."crm$item" (id) values (gen_random_uuid())')
            throw new IllegalStateException('a migration failed')
        }

        then:
        thrown(IllegalStateException)
        tables() == []
    }

    def 'a busy table is waited for, a few times, and no longer'() {
        given:
        apply(ITEM)
        def plan = plan(item: [fields: [code: [type: 'text']]])
        def blocker = source.connection
        blocker.autoCommit = false
        blocker.createStatement().execute('lock table main."crm$item"')
        def pauses = []
        def impatient = new SchemaApplier(database, new SchemaLock(database, SETTINGS, { pauses << it }), SETTINGS)

        when:
        impatient.apply(plan)

        then:
        def refused = thrown(ProblemException)
        codes(refused) == [ProblemCode.SCHEMA_BUSY]
        pauses*.toMillis() == [10L, 20L]

        when: 'it is free before the last attempt'
        def patient = new SchemaApplier(database, new SchemaLock(database, SETTINGS, { blocker.rollback() }), SETTINGS)
        patient.apply(plan)

        then:
        this.plan(item: [fields: [code: [type: 'text']]]).empty

        cleanup:
        blocker.close()
    }

    def 'a big table gets its indexes, checks and links while the site runs'() {
        given:
        apply(ITEM + [kind: [fields: [name: [type: 'text']]]])
        many('crm$item')
        def changed = [
            kind: [fields: [name: [type: 'text']]],
            item: [features: [softDelete: false], fields: [
                code: [type: 'text', unique: true], qty: [type: 'integer', min: 0, required: true],
                kind: [type: 'link', to: 'crm.kind']]],
        ]

        when:
        def plan = apply(changed)

        then:
        Golden.check('big', plan)
        this.plan(changed).print() == 'No changes of schema main.\n'
        plan.steps().findAll { it.afterCommit() }*.kind().countBy { it } ==
            [CreateIndex: 2, Validate: 3, SetNotNull: 1, DropCheck: 1]
    }

    def 'what was interrupted after the commit, the next plan takes up: #how'() {
        given:
        apply(ITEM)
        many('crm$item')
        def changed = [item: [features: [softDelete: false], fields: [
            code: [type: 'text', unique: true], qty: [type: 'integer', min: 0, required: true]]]]
        def plan = plan(changed)
        lock.locked('main') { applier.perform(plan, it) }

        when:
        interrupt.each { sql.execute(it as String) }
        def rest = this.plan(changed)
        applier.apply(rest)

        then:
        !rest.empty
        rest.steps()*.kind().containsAll(expected)
        this.plan(changed).empty

        where:
        how                            | interrupt                                                                    || expected
        'nothing of it was done'       | []                                                                           || ['CreateIndex', 'Validate', 'SetNotNull']
        'an index was left half built' | ['create unique index "crm$item$code$uq" on main."crm$item" (code)', INVALID] || ['DropIndex', 'CreateIndex']
        'a check was looked through'   | ['alter table main."crm$item" validate constraint "crm$item$qty$nn"']         || ['SetNotNull', 'DropCheck']
    }

    def 'what is retired is kept until it is purged'() {
        given:
        apply(ITEM + [kind: [fields: [name: [type: 'text']]]])
        insert('crm$item', [[code: 'a', qty: 1], [code: 'b', qty: 2]])
        insert('crm$kind', [[name: 'k']])

        when:
        def plan = apply(item: [features: [softDelete: false], fields: [code: [type: 'text']]])

        then:
        Golden.check('retire', plan)
        plan.destructive()*.text() ==
            ['retire table crm$kind as _retired_crm$kind_1 (1 row)', 'retire column crm$item.qty as _retired_qty_1 (2 rows)']
        values('crm$item', '_retired_qty_1') == [1, 2]

        when:
        apply(ITEM + [kind: [fields: [name: [type: 'text']]]])

        then:
        values('crm$item', 'qty') == [1, 2]
        values('crm$kind', 'name') == ['k']

        when:
        apply(item: [features: [softDelete: false], fields: [code: [type: 'text']]])
        def purge = database.direct { new PurgePlanner(SETTINGS).plan(it, 'main') }
        applier.apply(purge)

        then:
        purge.steps()*.text() == [
            'drop retired table _retired_crm$kind_1 (formerly crm$kind) (1 row)',
            'drop retired column crm$item._retired_qty_1 (formerly qty) (2 rows)']
        tables() == ['crm$item']
    }

    private void many(String table) {
        sql.execute("insert into main.\"$table\" (id, code, qty) select gen_random_uuid(), n::text, n from generate_series(1, 6000) n" as String)
    }

    private List<String> tables() {
        sql.rows("select tablename from pg_tables where schemaname = 'main' order by 1")*.tablename
    }

    private static List<ProblemCode> codes(ProblemException refused) {
        refused.problems()*.code()
    }

    def 'where there is no room for the locks of all, new tables are made some at a time, and nobody sees them before the end'() {
        given:
        def narrow = new SchemaSettings(1_000, 5_000, java.time.Duration.ofMillis(300), 3, java.time.Duration.ofMillis(10), 40)
        def frugal = new SchemaApplier(database, new SchemaLock(database, narrow, Pause.resting()), narrow)
        def many = (1..12).collectEntries { ["e$it" as String, [fields: [code: [type: 'text', index: true, renamedFrom: ['old']],
            next: [type: 'link', to: "e${it % 12 + 1}" as String]]]] }

        when: 'something fails at the end'
        lock.locked('main') {
            frugal.perform(plan(many), it)
            assert sql.rows("select count(*) as n from pg_class c where relname like 'crm\$e%' and relkind = 'r'").first().n == 12
            throw new IllegalStateException('a migration failed')
        }

        then: 'no plan sees what was made'
        thrown(IllegalStateException)
        plan([:]).empty

        when:
        frugal.discard(plan(many))

        then:
        tables() == []

        when: 'it succeeds'
        frugal.apply(plan(many))

        then:
        plan(many).empty
        tables().size() == 12
    }
}
