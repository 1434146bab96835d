package io.armature.engine.schema

class SchemaPlannerSpec extends SchemaSpec {
    static final Map<String, Map<String, Object>> CRM = [
        country: [features: [softDelete: false], fields: [code: [type: 'text', unique: true, max: 2], name: [type: 'text', translated: true]]],
        party: [fields: [name: [type: 'text', required: true]], search: [name: 'A']],
        customer: [extends: 'crm.party', fields: [
            country: [type: 'link', to: 'crm.country', onDelete: 'restrict'], credit: [type: 'money', min: 0, max: 1000000],
            status: [type: 'choice', options: [lead: 'Lead', active: 'Active'], default: 'lead', required: true],
            tags: [type: 'links', to: 'crm.tag'], about: [type: 'linkAny'],
            contacts: [type: 'lines', of: 'crm.contact', by: 'customer']],
            constraints: [[unique: ['country', 'status']]], indexes: [['status', 'credit'], ['status']]],
        contact: [fields: [customer: [type: 'link', to: 'crm.customer', onDelete: 'cascade', required: true]]],
        tag: [fields: [name: [type: 'text', unique: true]]],
        settings: [single: true, fields: [currency: [type: 'text', required: true, default: 'EUR']]],
    ]

    def 'a model becomes tables, and planning again finds nothing to do'() {
        when:
        def plan = apply(CRM)

        then:
        plan.blocking().empty
        this.plan(CRM).print() == 'No changes of schema main.\n'
        Golden.check('create', plan)

        and:
        sql.firstRow('select currency from main."crm$settings"').currency == 'EUR'
    }
}
