package io.armature.metadata.foreign.frappe

import io.armature.metadata.foreign.Outcome
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class FrappeSourceSpec extends Specification {
    @TempDir
    Path folder

    def fixture() { new FrappeFixture(folder) }

    def 'a field #type becomes #ours'() {
        given:
        def imported = fixture().doctype('shop', 'Thing', [['x', type, more]]).read()

        expect:
        def field = imported.field('shop', 'thing', 'x')
        field.subMap(ours.keySet()) == ours
        imported.report.entries().findAll { it.kind() == 'field' }.empty

        where:
        type             | more                                   || ours
        'Data'           | [:]                                    || [type: 'text', max: 140]
        'Data'           | [options: 'Email', reqd: 1]            || [type: 'email', required: true]
        'Small Text'     | [description: 'Say it']                || [type: 'longText', help: 'Say it']
        'Text Editor'    | [:]                                    || [type: 'html']
        'Code'           | [options: 'Python']                    || [type: 'code', language: 'python']
        'Int'            | [default: '3', non_negative: 1]        || [type: 'integer', default: 3, min: 0]
        'Check'          | [default: '1']                         || [type: 'boolean', default: true]
        'Check'          | [:]                                    || [type: 'boolean', default: false]
        'Currency'       | [:]                                    || [type: 'money']
        'Select'         | [options: 'A\nB']                      || [type: 'choice', options: ['A', 'B'], default: 'A']
        'Select'         | [options: '\nA\nB']                    || [type: 'choice', options: ['A', 'B']]
        'Select'         | [:]                                    || [type: 'text', widget: 'select']
        'Date'           | [default: 'Today']                     || [type: 'date', default: 'today()']
        'Rating'         | [:]                                    || [type: 'decimal', min: 0, max: 1, widget: 'rating']
        'Link'           | [options: 'User', default: '__user']   || [type: 'user', default: 'user.id']
        'Link'           | [options: 'Country']                   || [type: 'link', to: 'core.country']
        'Attach Image'   | [set_only_once: 1]                     || [type: 'image', setOnce: true]
        'Password'       | [:]                                    || [type: 'secret']
        'Data'           | [search_index: 1, in_list_view: 1]     || [index: true, inList: true]
        'Data'           | [allow_on_submit: 1, hidden: 1]        || [afterSubmit: 'editable', hidden: true]
    }

    def 'what has no place in the language is told, with its field'() {
        given:
        def imported = fixture()
            .doctype('shop', 'Thing', [
                ['a', 'Link', [options: 'Nowhere']], ['b', 'Data', [depends_on: 'eval:frappe.boot.x']],
                ['c', 'Data', [is_virtual: 1]], ['d', 'Int', [default: 'many']], ['a', 'Data'], ['e', 'Hologram'],
            ])
            .read()

        expect:
        imported.told('Thing.a').any { it.contains('`Nowhere`, which is not imported') }
        imported.told('Thing.b') == ['depends_on: `eval:frappe.boot.x` has no counterpart: `frappe.boot.x`']
        imported.told('Thing.c') == ['code computes it, and code is not imported']
        imported.told('Thing.d') == ['its default `many` is no value here']
        imported.told('Thing.e') == ['the field type `Hologram` is not known: it is a text here']
        imported.entity('shop', 'thing').fields.keySet() == ['a', 'b', 'd', 'e'] as Set
    }

    def 'rows know their parent in conditions'() {
        given:
        def imported = fixture()
            .doctype('shop', 'Order', [['status', 'Select', [options: 'Open\nClosed']], ['rows', 'Table', [options: 'Order Row']]])
            .doctype('shop', 'Order Row', [['qty', 'Int', [depends_on: 'eval:parent.status == "Open"']]], istable: 1)
            .read()

        expect:
        imported.field('shop', 'order', 'rows').of == 'shop.order_row'
        imported.field('shop', 'order_row', 'qty').visible == "shop_order_rows.status == 'Open'"
    }

    def 'a link of a row to its parent is not taken for the way back'() {
        given:
        def imported = fixture()
            .doctype('shop', 'Course', [['related', 'Table', [options: 'Related']]])
            .doctype('shop', 'Related', [['course', 'Link', [options: 'Course']]], istable: 1)
            .read()

        expect:
        imported.field('shop', 'course', 'related').by == 'shop_course_related'
        imported.field('shop', 'related', 'shop_course_related').onDelete == 'cascade'
    }

    def 'names by #rule'() {
        given:
        def imported = fixture().doctype('shop', 'Thing', [['code', 'Data'], ['naming_series', 'Select', [options: 'T-.YYYY.-']]], autoname: rule).read()
        def entity = imported.entity('shop', 'thing')

        expect:
        entity.key == key
        entity.number?.pattern == pattern
        entity.fields.name?.formula == formula

        where:
        rule                   || key      | pattern             | formula
        'field:code'           || ['code'] | null                | null
        'prompt'               || ['name'] | null                | null
        'hash'                 || null     | null                | null
        'autoincrement'        || ['name'] | '{#}'               | null
        'naming_series:'       || ['name'] | 'T-{yyyy}-{#####}'  | null
        'T-.YY.-.####'         || ['name'] | 'T-{yy}-{####}'     | null
        'format:T-{code}-{##}' || ['name'] | 'T-{code}-{##}'     | null
        'format:T-{code}'      || ['name'] | null                | "format('T-{0}', code)"
    }

    def 'of several series each has a pattern, and the first is for records that choose none'() {
        given:
        def imported = fixture().doctype('shop', 'Thing', [['naming_series', 'Select', [options: 'A-.####\nB-.YYYY.-']]], autoname: 'naming_series:').read()

        expect:
        imported.entity('shop', 'thing').number == [field: 'name', pattern: 'A-{####}', by: 'naming_series',
            patterns: ['A-.####': 'A-{####}', 'B-.YYYY.-': 'B-{yyyy}-{#####}']]
        imported.told('Thing') == ['']
    }

    def 'a default that another record gives is copied from there, for rows through the record that they belong to'() {
        given:
        def imported = new FrappeFixture(folder)
            .doctype('shop', 'Company', [['title', 'Data'], ['cost_center', 'Data'], ['region', 'Data']])
            .doctype('shop', 'Bill', [['company', 'Link', [options: 'Company']], ['cost_center', 'Data', [default: ':Company']],
                ['colour', 'Data', [default: ':Company']], ['rows', 'Table', [options: 'Bill Row']]])
            .doctype('shop', 'Bill Row', [['cost_center', 'Data', [default: ':Company']], ['note', 'Data', [default: ':)']]], istable: 1)
            .read()

        expect:
        imported.field('shop', 'bill', 'cost_center').copy == [from: 'company.cost_center', when: 'empty']
        imported.field('shop', 'bill_row', 'cost_center').copy == [from: 'shop_bill_rows.company.cost_center', when: 'empty']
        imported.field('shop', 'bill_row', 'note').default == ':)'
        imported.told('Bill.colour') == ['its default `:Company` is no value here']
    }

    def 'a default of a link is the record of that name: #rule'() {
        given:
        def imported = fixture()
            .doctype('shop', 'Group', [['title', 'Data', [reqd: 1]]], autoname: rule)
            .doctype('shop', 'Thing', [['x', 'Link', [options: 'Group', default: 'All Groups']]])
            .read()

        expect:
        imported.field('shop', 'thing', 'x').default == ours
        imported.report.entries().findAll { it.kind() == 'field' }.empty

        where:
        rule          || ours
        'field:title' || [title: 'All Groups']
        'prompt'      || [name: 'All Groups']
        'hash'        || [external_id: 'All Groups']
    }

    def 'what means nothing in Frappe either is no loss, and is told: #more'() {
        given:
        def imported = fixture()
            .doctype('shop', 'Group', [['title', 'Data']])
            .doctype('shop', 'Thing', [['g', 'Link', [options: 'Group']], ['x', 'Data', more]])
            .read()

        expect:
        imported.report.entries().findAll { it.part() == 'Thing.x' }.collect { [it.outcome(), it.reason()] } == [[Outcome.IMPORTED, why]]

        where:
        more                              || why
        [fetch_from: '.']                 || 'fetch_from `.` leads nowhere: it is no link and a field'
        [fetch_from: 'y.title']           || 'fetch_from `y.title` leads nowhere: there is no field `y`'
        [fetch_from: 'g.name1']           || 'fetch_from `g.name1` leads nowhere: `Group` has no field `name1`'
        [depends_on: 'gone']              || 'depends_on: `gone` names no field, so it never holds'
        [fieldtype: 'Select', reqd: 1]    || 'it is required in the form alone, because code fills its options'
    }

    def 'a value that is no text is written as one where a text is fetched: #type'() {
        given:
        def imported = fixture()
            .doctype('shop', 'Group', [['y', type]])
            .doctype('shop', 'Thing', [['g', 'Link', [options: 'Group']], ['x', 'Data', [fetch_from: 'g.y']]])
            .read()

        expect:
        imported.field('shop', 'thing', 'x').copy == copy

        where:
        type     || copy
        'Int'    || [from: 'g.y', when: 'always']
        'Date'   || [from: 'g.y', when: 'always']
        'Attach' || null
    }

    def 'a default that no column holds is told, and the field is there: #type #value'() {
        given:
        def imported = fixture().doctype('shop', 'Thing', [['x', type, [default: value]]]).read()

        expect:
        imported.field('shop', 'thing', 'x').default == null
        imported.told('Thing.x') == ["its default `$value` is no value here"]

        where:
        type       | value
        'Int'      | '1e400'
        'Float'    | '1e-400'
        'Rating'   | '7'
        'Date'     | '2024-13-45'
        'Time'     | '25:61:61'
        'Datetime' | '2024-02-30 10:00:00'
        'JSON'     | '[1'
    }

    def 'the rule `#rule` for names is taken as far as it goes'() {
        given:
        def imported = fixture().doctype('shop', 'Thing', [['code', 'Data']], autoname: rule).read()

        expect:
        imported.entity('shop', 'thing').number?.pattern == pattern
        imported.entity('shop', 'thing').key == key

        where:
        rule                               || pattern           | key
        'format:'                          || null              | null
        'format:{code}-{#####}-{####}'     || '{code}-{#####}-' | ['name']
        'X-.####.-.####'                   || 'X-{####}-'       | ['name']
    }

    def 'what is no DocType is told, and a mark before the text is no harm'() {
        given:
        def imported = fixture()
            .file('shop/main/doctype/a/a.json', '\uFEFF{"doctype": "DocType", "name": "A", "fields": null, "field_order": "x"}')
            .file('shop/main/doctype/b/b.json', [doctype: 'DocType', name: 'B', fields: 'x'])
            .file('shop/main/doctype/c/c.json', '[' * 5000)
            .file('shop/fixtures/property_setter.json', [[doctype: 'Property Setter', name: 'S', doc_type: 'A', property: 'fields', value: 'x']])
            .read()

        expect:
        imported.entity('shop', 'a').fields == [:]
        imported.told('shop/main/doctype/b/b.json') == ['a DocType without fields']
        imported.told('shop/main/doctype/c/c.json').first().startsWith('the file is not JSON')
        imported.told('S') == ['`fields` is not a value: it is left as the DocType has it']
    }

    def 'a role of everybody is told, for nobody gets it by itself'() {
        given:
        def imported = fixture().doctype('shop', 'Thing', [['x', 'Data']], permissions: [[role: 'Guest', read: 1], [role: 'All', read: 1]]).read()

        expect:
        imported.told('Guest') == ['in Frappe people have it who are not signed in: say `visitors: true` in roles/guest.yaml if so they shall here']
        imported.told('All') == ['in Frappe everybody has it who is signed in: let `sys.everybody` inherit it if so they shall here']
    }

    def 'permissions become grants, with own records and levels'() {
        given:
        def imported = fixture().doctype('shop', 'Thing', [['price', 'Currency', [permlevel: 1]]], permissions: [
            [role: 'Clerk', read: 1, write: 1, create: 1, if_owner: 1], [role: 'Chief', read: 1, write: 1],
            [role: 'Chief', permlevel: 1, read: 1], [role: 'Administrator', read: 1],
        ]).read()

        expect:
        imported.tree('shop', 'roles/clerk.yaml').grants == ['shop.thing':
            [read: 'owner == user.id', create: true, update: 'owner == user.id', hidden: ['price']]]
        imported.tree('shop', 'roles/chief.yaml').grants['shop.thing'].readOnly == ['price']
        imported.draft('shop', 'roles/administrator.yaml') == null
    }

    def 'breaks become tabs, sections and columns; read-only is for people'() {
        given:
        def imported = fixture().doctype('shop', 'Thing', [
            ['a', 'Data'], ['cb', 'Column Break'], ['b', 'Data', [read_only: 1]],
            ['sb', 'Section Break', [label: 'More', collapsible: 1, depends_on: 'a']], ['c', 'Data', [hidden: 1]], ['d', 'Data'],
            ['tb', 'Tab Break', [label: 'Notes']], ['e', 'Text'],
        ]).read()

        expect:
        imported.tree('shop', 'views/thing_form.yaml').tabs == [
            [sections: [[columns: [['a'], [[field: 'b', readOnly: true]]]],
                        [name: 'sb', title: 'More', visible: 'isSet(a)', collapsed: true, columns: [['d']]]], title: 'Details'],
            [title: 'Notes', name: 'tb', sections: [[columns: [['e']]]]],
        ]
    }

    def 'applications that link to each other come in an order, and say what they need'() {
        given:
        def imported = fixture()
            .doctype('zoo', 'Animal', [['name_of', 'Data']])
            .doctype('circus', 'Act', [['animal', 'Link', [options: 'Animal']]])
            .read()

        expect:
        imported.applications*.pack() == ['zoo', 'circus']
        imported.application('circus').requires() == [zoo: '>=1.0 <2']
    }

    def 'an application called like a pack of ours gets a name of its own'() {
        expect:
        fixture().doctype('crm', 'Deal', [['a', 'Data']]).read().applications*.pack() == ['frappe_crm']
    }

    def 'a field that is not there is nothing in a condition, and told: #condition'() {
        given:
        def imported = fixture()
            .doctype('shop', 'Thing', [['a', 'Data'], ['b', 'Data', [depends_on: "eval:$condition" as String]]])
            .read()

        expect:
        imported.field('shop', 'thing', 'b').visible == visible
        imported.told('Thing.b') == ['depends_on: `gone` names no field, so it is nothing']

        where:
        condition                  || visible
        'doc.gone === "x"'         || false
        '!doc.gone && doc.a'       || 'isSet(a)'
        'doc.gone != 1 && doc.a'   || 'isSet(a)'
        'doc.gone >= 0 || doc.a'   || 'isSet(a)'
        'doc.gone == null && doc.a' || 'isSet(a)'
    }

    def 'what code makes up owns no rows: they are JSON'() {
        given:
        def imported = fixture()
            .doctype('shop', 'Run', [['steps', 'Table', [options: 'Step']]], is_virtual: 1)
            .doctype('shop', 'Plan', [['steps', 'Table', [options: 'Step']]])
            .doctype('shop', 'Step', [['a', 'Data', [depends_on: 'eval:parent.doctype == "Plan"']]], istable: 1)
            .read()

        expect:
        imported.field('shop', 'run', 'steps').type == 'json'
        imported.field('shop', 'plan', 'steps').type == 'lines'
        !imported.field('shop', 'step', 'a').toString().contains('run')
    }

    def 'a link to what code makes up is a text, and told'() {
        given:
        def imported = fixture()
            .doctype('shop', 'Queue', [['a', 'Data']], is_virtual: 1)
            .doctype('shop', 'Thing', [['q', 'Link', [options: 'Queue']]])
            .read()

        expect:
        imported.field('shop', 'thing', 'q').type == 'text'
        imported.told('Thing.q') == ['it links to `Queue`, whose records code makes up: it is a text here']
    }

    def 'files that are broken are told, and stop nothing'() {
        given:
        def imported = fixture()
            .doctype('shop', 'Thing', [['a', 'Data']])
            .file('shop/main/doctype/broken/broken.json', '{"doctype": "DocType", ')
            .file('shop/main/doctype/list/list.json', '[1, "two", null]')
            .file('shop/main/doctype/odd/odd.json', '{"doctype": "DocType", "name": "Odd"}')
            .file('shop/main/doctype/two/two.json', '{"doctype": "DocType", "name": "Two", "fields": []} {}')
            .file('shop/main/doctype/half/half.json', '{"doctype": "DocType", "name": "Half \\ud800", "fields": []}')
            .file('shop/main/doctype/far/far.json', '{"doctype": "DocType", "name": "Far", "fields": [{"fieldname": "a", "length": 1e999999999}]}')
            .file('shop/main/doctype/deep/deep.json', '{"doctype": "DocType", "name": "Deep", "fields": [{"options": ' + '[' * 100 + ']' * 100 + '}]}')
            .read()

        expect:
        imported.report.entries().findAll { it.kind() == 'file' }*.part()*.replaceAll('.*/', '').toSet() ==
            ['broken.json', 'list.json', 'odd.json', 'two.json', 'deep.json', 'far.json', 'half.json'] as Set
    }

    def 'what code must choose is asked for in the form alone, on its condition'() {
        given:
        def imported = new FrappeFixture(folder)
            .doctype('shop', 'Rule', [['kind', 'Data'], ['field', 'Select', [mandatory_depends_on: 'eval:doc.kind == "x"']]]).read()

        expect:
        !imported.field('shop', 'rule', 'field').containsKey('required')
        imported.application('shop').drafts().find { it.path().startsWith('views/rule') }.tree().toString()
            .contains('{"field":"field","required":"kind == \'x\'"}')
    }
}
