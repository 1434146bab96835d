package io.armature.engine.schema

class SchemaPlannerSpec extends SchemaSpec {
    def 'a model becomes tables, and planning again finds nothing to do'() {
        given:
        def model = [
            'crm.country': [fields: [code: [type: 'text', unique: true, max: 2], name: [type: 'text', translated: true]]],
            'crm.party': [softDelete: true, fields: [name: [type: 'text', required: true]], search: [name: 'A']],
            'crm.customer': [extends: 'crm.party', softDelete: true, fields: [
                country: [type: 'link', to: 'crm.country', onDelete: 'RESTRICT'], credit: [type: 'money', min: 0, max: 1000000],
                status: [type: 'choice', default: 'lead', required: true], tags: [type: 'links', to: 'crm.tag'], about: 'linkAny',
                contacts: [type: 'lines', of: 'crm.contact', by: 'customer']],
                unique: [['country', 'status']], indexes: [['status', '-credit'], ['status']]],
            'crm.contact': [lineOf: true, fields: [customer: [type: 'link', to: 'crm.customer', onDelete: 'CASCADE', required: true]]],
            'crm.tag': [fields: [name: [type: 'text', unique: true]]],
            'crm.settings': [shape: 'SINGLE', fields: [currency: [type: 'text', required: true, default: 'EUR']]],
        ]

        when:
        def plan = apply(model)

        then:
        plan.blocking().empty
        this.plan(model).print() == 'No changes of schema main.\n'
        Golden.check('create', plan)

        and:
        sql.firstRow('select currency from main."crm$settings"').currency == 'EUR'
    }
}
