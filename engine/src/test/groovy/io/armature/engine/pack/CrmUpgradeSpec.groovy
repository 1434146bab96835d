package io.armature.engine.pack

import groovy.sql.Sql
import io.armature.engine.testing.ServerSpecification
import io.armature.metadata.archive.ArchiveWriter
import java.nio.file.Files
import java.nio.file.Path

/** What becomes of the records of the shipped `crm` when its pipeline, once records, becomes a workflow. */
class CrmUpgradeSpec extends ServerSpecification {
    /** Of a pack, by their paths in it. */
    private static Map<String, byte[]> files(String folder, Closure<Boolean> which = { true }) {
        def root = Path.of(folder)
        Files.walk(root).withCloseable { it.filter { Files.isRegularFile(it) }.toList() }
            .collectEntries { [root.relativize(it).toString(), Files.readAllBytes(it)] }
            .findAll { path, bytes -> which(path) } as Map<String, byte[]>
    }

    private call(String verb, Map<String, byte[]> files) {
        def uploaded = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', new ArchiveWriter().write(files, Optional.empty()))
        assert uploaded.status == 201
        def order = [packs: [uploaded.json.digest]]
        def consent = administrator.post('/api/packs/plan', [action: verb] + order).json.consent
        administrator.post("/api/packs/$verb", order + [consent: consent, allowDestructive: true])
    }

    private String made(String entity, Map values) {
        def answer = administrator.post("/api/crm/$entity", values)
        assert answer.status == 201: answer.text
        answer.json.id
    }

    private Map<String, String> ids

    def 'opportunities go from stages that were records into the states of the workflow'() {
        given: 'a first version with opportunities in all stages, one of them added by somebody'
        assert call('install', files('../module-packs/core')).status == 200
        def first = files('../module-packs/crm') { it ==~ /(entities|choices)\/.*|workflows\/(activity|lead|mandate)\.yaml|hooks\/lead\.js|data\/lost_reason\.csv/ } + files('src/test/resources/crm1')
        assert call('install', first).status == 200
        def customer = made('customer', [name: 'Imprimerie Roux', currency: [code: 'EUR']])
        made('stage', [pipeline: [code: 'sales'], code: 'tasting', name: 'Tasting', rank: 45, probability: 80])
        ids = [sales_new: 'sales', sales_qualified: 'sales', sales_proposal: 'sales', sales_negotiation: 'sales', sales_closing: 'sales',
            renewal_due: 'renewal', renewal_offered: 'renewal', renewal_agreed: 'renewal', tasting: 'sales'].collectEntries { stage, pipeline ->
            [stage, made('opportunity', [name: stage, customer: customer, pipeline: [code: pipeline], stage: [code: stage], amount: 100, currency: [code: 'EUR']])]
        }
        ids.won = made('opportunity', [name: 'won', customer: customer, pipeline: [code: 'sales'], stage: [code: 'sales_closing'], amount: 100, currency: [code: 'EUR']])
        assert administrator.post("/api/crm/opportunity/$ids.won/transitions/win").status == 200
        ids.lost = made('opportunity', [name: 'lost', customer: customer, pipeline: [code: 'renewal'], stage: [code: 'renewal_due'], lost_reason: [code: administrator.get('/api/crm/lost_reason?limit=1').json.data[0].code]])
        assert administrator.post("/api/crm/opportunity/$ids.lost/transitions/lose").status == 200

        when:
        def answer = call('upgrade', files('../module-packs/crm'))

        then:
        answer.status == 200
        def now = ids.collectEntries { name, id -> [name, administrator.get("/api/crm/opportunity/$id").json] }
        now.collectEntries { name, record -> [name, record.stage] } == [sales_new: 'new', sales_qualified: 'qualified', sales_proposal: 'proposal',
            sales_negotiation: 'negotiation', sales_closing: 'closing', renewal_due: 'qualified', renewal_offered: 'proposal', renewal_agreed: 'closing',
            tasting: 'negotiation', won: 'won', lost: 'lost']
        now.findAll { name, record -> record.kind == 'renewal' }*.key as Set == ['renewal_due', 'renewal_offered', 'renewal_agreed', 'lost'] as Set
        now.collectEntries { name, record -> [name, record.status] }.findAll { it.value != 'open' } == [won: 'won', lost: 'lost']
        now.sales_negotiation.probability == 75
        now.tasting.version == 1

        and: 'they go on from there, with the timers of where they are'
        administrator.get("/api/crm/opportunity/$ids.tasting/workflow").json.workflows[0].state == 'negotiation'
        new Sql(database).rows('select timer from tenant_main."sys$timer" where record = ?::uuid', [ids.tasting])*.timer == ['sleeping_negotiation']
        administrator.post("/api/crm/opportunity/$ids.tasting/transitions/close").json.stage == 'closing'
        administrator.post("/api/crm/opportunity/$ids.won/transitions/reopen", [comment: 'Too early']).json.stage == 'qualified'

        and: 'installing it again moves nothing'
        call('upgrade', files('../module-packs/crm') + ['README.md': 'Other words'.bytes]).status == 200
        administrator.get("/api/crm/opportunity/$ids.tasting").json.stage == 'closing'
    }
}
