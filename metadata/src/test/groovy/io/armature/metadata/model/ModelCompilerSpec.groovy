package io.armature.metadata.model

import io.armature.metadata.expression.Member
import io.armature.metadata.problem.ProblemCode
import io.armature.metadata.type.ValueType
import io.armature.testing.Models
import spock.lang.Specification

class ModelCompilerSpec extends Specification {
    def 'an entity gets its table, its columns and the fields that every record has'() {
        when:
        Entity customer = Models.of('crm', ['entities/customer.yaml': '''
            fields:
              name: { type: text, required: true }
              credit_limit: { type: money, digits: 2 }
            '''.stripIndent()]).require('crm.customer')

        then:
        customer.table() == 'crm$customer'
        customer.title() == 'Customer'
        customer.plural() == 'Customers'
        customer.label() == 'name'
        customer.fields().keySet().toList() == ['name', 'credit_limit'] + SystemFields.ALL
        customer.field('credit_limit').get().title() == 'Credit limit'
        customer.field('name').get().column().type().sql() == 'text'
    }

    def 'an abstract entity is copied, a concrete one shares its record'() {
        when:
        Model model = Models.of('core', [
            'entities/named.yaml': 'abstract: true\nfields:\n  name: { type: text }\n',
            'entities/party.yaml': 'extends: core.named\nfields:\n  email: { type: email }\n',
            'entities/customer.yaml': 'extends: core.party\nfields:\n  code: { type: text }\n'])
        Entity customer = model.require('core.customer')

        then:
        model.require('core.party').field('name').get().level() == 'core.party'
        customer.lineage() == ['core.party', 'core.customer']
        customer.field('name').get().level() == 'core.party'
        customer.field('code').get().level() == 'core.customer'
        customer.field('version').get().level() == 'core.party'
        customer.field('deleted_at').get().level() == 'core.customer'
        customer.ownFields()*.name() == ['code', 'deleted_at']
    }

    def 'a record belongs to one company, at the first level that says so'() {
        when:
        Model model = Models.of('core', [
            'entities/company.yaml': 'fields:\n  name: { type: text }\n',
            'entities/party.yaml': 'fields:\n  name: { type: text }\n',
            'entities/customer.yaml': 'extends: core.party\nfeatures: { company: true }\nfields:\n  code: { type: text }\n',
            'entities/key_account.yaml': 'extends: core.customer\nfeatures: { company: true }\nfields:\n  since: { type: date }\n'])

        then:
        !model.require('core.party').field('company').present
        model.require('core.customer').field('company').get().level() == 'core.customer'
        model.require('core.key_account').field('company').get().level() == 'core.customer'
    }

    def 'lines find their way back by #how'() {
        when:
        Model model = Models.of('s', [
            'entities/order.yaml': "fields:\n  name: { type: text }\n  lines: { type: lines, of: s.line$by }\n" as String,
            'entities/line.yaml': "fields:\n  qty: { type: integer }\n$link" as String])
        Relation.Lines lines = model.require('s.order').field('lines').get().relation().get() as Relation.Lines

        then:
        lines.by() == expected
        model.require('s.line').field(expected).get().column().name() == expected
        model.require('s.line').lineOf()

        where:
        how                        | by          | link                                                       || expected
        'a link of their own'      | ''          | '  order: { type: link, to: s.order }\n'                   || 'order'
        'the link that is named'   | ', by: o2'  | '  o1: { type: link, to: order }\n  o2: { type: link, to: order }\n' || 'o2'
        'a link that is supplied'  | ''          | ''                                                         || 's_order_lines'
    }

    def 'a link has another end'() {
        when:
        Model model = Models.of('f', [
            'entities/customer.yaml': 'fields:\n  name: { type: text }\n',
            'entities/invoice.yaml': 'fields:\n  customer: { type: link, to: f.customer }\n',
            'entities/opportunity.yaml': '''
                fields:
                  buyer: { type: link, to: f.customer }
                  payer: { type: link, to: f.customer, inverse: paid }
                '''.stripIndent(),
            'entities/transfer.yaml': '''
                fields:
                  source: { type: link, to: f.customer }
                  target: { type: link, to: f.customer }
                '''.stripIndent()])

        then:
        model.require('f.customer').inverses().keySet() ==
            ['paid', 'invoices', 'opportunities', 'transfers_by_source', 'transfers_by_target'] as Set
        model.member('f.customer', 'invoices').get() instanceof Member.Children
    }

    def 'formulas and lookups are compiled in whatever order they stand'() {
        when:
        Model model = Models.of('f', [
            'entities/customer.yaml': '''
                fields:
                  balance: { type: money, formula: "sum(invoices.open)" }
                  name: { type: text }
                '''.stripIndent(),
            'entities/invoice.yaml': '''
                fields:
                  customer: { type: link, to: f.customer }
                  customer_name: { type: lookup, from: customer.name }
                  total: { type: money }
                  paid: { type: money, default: 0 }
                  open: { type: money, formula: "total - paid" }
                '''.stripIndent()])
        Entity invoice = model.require('f.invoice')

        then:
        model.require('f.customer').field('balance').get().computed()
        model.require('f.customer').field('balance').get().columns() == []
        invoice.field('customer_name').get().valueType() == ValueType.Scalar.TEXT
        invoice.field('paid').get().rules().defaultValue().present
        model.member('f.invoice', 'open').get() instanceof Member.Computed
    }

    def 'a pack changes an entity of another, property by property'() {
        when:
        Entity customer = Models.of([
            crm: ['entities/customer.yaml': 'fields:\n  name: { type: text }\n  ceiling: { type: money, renamedFrom: [credit_limit] }\n'],
            loyal: ['extensions/customer.yaml': '''
                extend: crm.customer
                fields: { points: { type: integer, default: 0 } }
                override: { credit_limit: { label: Ceiling, readOnly: true } }
                '''.stripIndent()]]).require('crm.customer')

        then:
        customer.field('points').get().origin().pack() == 'loyal'
        customer.field('ceiling').get().title() == 'Ceiling'
        customer.field('ceiling').get().readOnly()
        customer.field('ceiling').get().definition().origins()['label'].pack() == 'loyal'
        customer.field('ceiling').get().origin().pack() == 'crm'
    }

    def 'mistakes are told with their place: #mistake'() {
        when:
        ModelCompilation compilation = Models.compile([x: ['entities/a.yaml': file]])

        then:
        compilation.problems()*.code().contains(code)
        compilation.problems().find { it.code() == code }.position().line() == line

        where:
        mistake                     | code                                | line | file
        'a link to nowhere'         | ProblemCode.UNKNOWN_ENTITY          | 2    | 'fields:\n  b: { type: link, to: x.none }\n'
        'lines of nothing'          | ProblemCode.UNKNOWN_ENTITY          | 2    | 'fields:\n  b: { type: lines, of: none }\n'
        'extending nothing'         | ProblemCode.UNKNOWN_ENTITY          | 1    | 'extends: x.none\nfields:\n  b: { type: text }\n'
        'extending itself'          | ProblemCode.EXTENDS_CYCLE           | 1    | 'extends: x.a\nfields:\n  b: { type: text }\n'
        'an unknown name'           | ProblemCode.EXPRESSION_UNKNOWN_NAME | 3    | 'fields:\n  b: { type: integer }\n  c: { type: integer, formula: "bb + 1" }\n'
        'formulas in a circle'      | ProblemCode.FORMULA_CYCLE           | 2    | 'fields:\n  b: { type: integer, formula: "c + 1" }\n  c: { type: integer, formula: "b + 1" }\n'
        'a default of another type' | ProblemCode.EXPRESSION_TYPE         | 2    | 'fields:\n  b: { type: integer, default: "true" }\n'
    }

    def 'a thousand entities with twenty thousand fields compile in under two seconds'() {
        given:
        Map<String, String> files = (0..<1000).collectEntries { int i ->
            String fields = (0..<16).collect { "  f$it: { type: ${['text', 'integer', 'decimal', 'date'][it % 4]} }" }.join('\n')
            [("entities/e${i}.yaml" as String): """fields:
$fields
  next: { type: link, to: big.e${(i + 1) % 1000} }
  next_name: { type: lookup, from: next.f0 }
  twice: { type: decimal, formula: "f1 * 2 + coalesce(f2, 0)" }
  count_in: { type: integer, formula: "count(e${(i + 999) % 1000}s)" }
""" as String]
        }
        ModelSource source = ModelSources.of(Models.read('big', files))
        ModelCompiler.compile([source])

        when:
        long before = System.nanoTime()
        ModelCompilation compilation = ModelCompiler.compile([source])
        long milliseconds = (System.nanoTime() - before).intdiv(1_000_000)

        then:
        compilation.problems() == []
        compilation.model().entities().size() == 1000
        milliseconds < 2000
    }
}
