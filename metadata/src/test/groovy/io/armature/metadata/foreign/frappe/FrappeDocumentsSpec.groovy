package io.armature.metadata.foreign.frappe

import groovy.json.JsonOutput
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Documents beside DocTypes. */
class FrappeDocumentsSpec extends Specification {
    @TempDir
    Path folder

    def shop() {
        new FrappeFixture(folder).doctype('shop', 'Order', [
            ['title', 'Data'], ['status', 'Select', [options: 'Open\nClosed']], ['total', 'Currency'], ['day', 'Date'],
        ])
    }

    static workflow(Map more = [:]) {
        [doctype: 'Workflow', name: 'Approval', document_type: 'Order', is_active: 1, workflow_state_field: 'stage',
         states: [[state: 'New One'], [state: 'Done', doc_status: '1']],
         transitions: [[state: 'New One', action: 'Finish', next_state: 'Done', allowed: 'Chief'] + more]]
    }

    def 'a workflow gets its states, a field for them, and its roles'() {
        given:
        def imported = shop().file('shop/fixtures/workflow.json', [workflow(condition: 'doc.total > 5 and not doc.title')]).read()

        expect:
        imported.tree('shop', 'workflows/approval.yaml') == [
            entity: 'shop.order', field: 'stage', title: 'Approval',
            states: [new_one: [title: 'New One', initial: true], done: [title: 'Done', readOnly: 'all', final: true]],
            transitions: [finish: [title: 'Finish', from: ['new_one'], to: 'done', roles: ['shop.chief'],
                when: 'coalesce(total, 0) > 5 && !isSet(title)', message: 'Finish is not possible yet']],
        ]
        imported.field('shop', 'order', 'stage').subMap('type', 'options', 'default') ==
            [type: 'choice', options: [new_one: 'New One', done: 'Done'], default: 'new_one']
    }

    def 'the workflow of what is submitted says when it is, and gives fields the values of its states'() {
        given:
        def imported = new FrappeFixture(folder)
            .doctype('shop', 'Bill', [['title', 'Data'], ['status', 'Select', [options: 'Open\nPaid']], ['seen', 'Check']], is_submittable: 1)
            .file('shop/fixtures/workflow.json', [[doctype: 'Workflow', name: 'Pay', document_type: 'Bill', is_active: 1,
                states: [[state: 'Draft', doc_status: '0'], [state: 'Paid', doc_status: '1', update_field: 'status', update_value: 'Paid'],
                         [state: 'Void', doc_status: '2', update_field: 'seen', update_value: '1']],
                transitions: [[state: 'Draft', action: 'Pay', next_state: 'Paid', condition: 'doc.docstatus == 0 and doc.status in ("Open", "Paid")'],
                              [state: 'Paid', action: 'Void', next_state: 'Void']]]])
            .read()

        expect:
        with(imported.tree('shop', 'workflows/pay.yaml')) {
            states == [draft: [title: 'Draft', initial: true, document: 'draft'], paid: [title: 'Paid', document: 'submitted'],
                       'void': [title: 'Void', document: 'cancelled', final: true]]
            transitions.pay.set == [status: "'Paid'"]
            transitions.pay.when.contains("document_state == 'submitted' ? 1 : 0")
            transitions.pay.when.endsWith("status in ['Open', 'Paid']")
            transitions['void'].set == [seen: 'true']
        }
    }

    def 'a transition whose condition has no counterpart is left out, and told'() {
        given:
        def imported = shop().file('shop/fixtures/workflow.json', [workflow(condition: 'frappe.db.count("Order") > 3')]).read()

        expect:
        imported.tree('shop', 'workflows/approval.yaml').transitions.isEmpty()
        imported.told('Approval').first().contains('is left out')
    }

    def 'a chart becomes a report, a workspace a menu and a dashboard'() {
        given:
        def imported = shop()
            .file('shop/main/dashboard_chart/sales/sales.json', [doctype: 'Dashboard Chart', name: 'Sales', chart_type: 'Sum',
                document_type: 'Order', value_based_on: 'total', based_on: 'day', time_interval: 'Monthly', type: 'Bar',
                filters_json: '[["Order", "status", "in", ["Open", "Closed"]]]'])
            .file('shop/main/workspace/shop/shop.json', [doctype: 'Workspace', name: 'Shop', charts: [[chart_name: 'Sales']],
                links: [[type: 'Card Break', label: 'Daily'], [type: 'Link', link_type: 'DocType', link_to: 'Order', label: 'Orders'],
                        [type: 'Link', link_type: 'Page', link_to: 'x', label: 'X']]])
            .read()

        expect:
        imported.tree('shop', 'reports/sales.yaml') == [title: 'Sales', entity: 'shop.order', filter: "status in ['Open', 'Closed']",
            measures: [value: 'sum(total)'], dimensions: [[field: 'day', grain: 'month']], chart: 'column']
        imported.tree('shop', 'dashboards/shop.yaml').cards == [[report: 'shop.sales']]
        imported.tree('shop', 'menus/shop.yaml').items == [[title: 'Shop', dashboard: 'shop.shop'],
            [title: 'Daily', items: [[title: 'Orders', entity: 'shop.order']]]]
        imported.told('Shop') == ['`X` leads to what is not here']
    }

    def 'who may take a step of a workflow has a grant that names it: #rules'() {
        given:
        def imported = new FrappeFixture(folder)
            .doctype('shop', 'Bill', [['title', 'Data']], is_submittable: 1, permissions: rules)
            .file('shop/fixtures/workflow.json', [[doctype: 'Workflow', name: 'Pay', document_type: 'Bill', is_active: 1,
                states: [[state: 'Draft', doc_status: '0'], [state: 'Checked', doc_status: '0'], [state: 'Paid', doc_status: '1']],
                transitions: [[state: 'Draft', action: 'Check', next_state: 'Checked', allowed: 'All'],
                              [state: 'Checked', action: 'Pay', next_state: 'Paid', allowed: 'Chief']]]])
            .read()

        expect:
        imported.tree('shop', 'roles/chief.yaml').grants['shop.bill']?.transitions == steps
        imported.told('Pay') == [told]

        where:
        rules                                                                                   || steps                      | told
        [[role: 'Chief', read: 1, write: 1, submit: 1]]                                         || ['submit', 'check', 'pay'] | ''
        [[role: 'Chief', read: 1, write: 1]]                                                    || ['check']                  | '`Chief` takes `Pay` and has no right to change the records and to submit them: administrators take it'
        [[role: 'Chief', read: 1], [role: 'Clerk', read: 1, write: 1]]                          || null                       | '`Chief` takes `Pay` and has no right to change the records and to submit them: administrators take it'
    }

    def 'who made a record does not approve it where that is said, and those are told who come next'() {
        given:
        def steps = workflow(allow_self_approval: 0, condition: 'doc.total > 5', transition_tasks: 'Pay out') + [send_email_alert: 1]
        steps.transitions += [state: 'Done', action: 'Reopen', next_state: 'New One', allowed: 'Clerk', allow_self_approval: 1]
        def imported = shop().file('shop/fixtures/workflow.json', [steps]).read()

        expect:
        with(imported.tree('shop', 'workflows/approval.yaml').transitions) {
            finish.when == 'owner != user.id && (coalesce(total, 0) > 5)'
            finish.notify == ['role:shop.clerk']
            reopen.notify == ['role:shop.chief']
            !reopen.when
        }
        imported.told('Approval').first().contains('the tasks `Pay out` of `Finish` are code')
    }

    def 'a sidebar is a menu where no workspace of its name is'() {
        given:
        def sidebar = { [doctype: 'Workspace Sidebar', name: it, title: it, items: [[type: 'Link', link_type: 'DocType', link_to: 'Order', label: 'Orders'],
            [type: 'Section Break', label: 'More'], [type: 'Link', link_type: 'DocType', link_to: 'Order', label: 'Again', child: 1],
            [type: 'Section Break', label: 'Nothing'], [type: 'Link', link_type: 'Page', link_to: 'x', label: 'X', child: 1]]] }
        def imported = shop()
            .file('shop/workspace_sidebar/sales.json', sidebar('Sales'))
            .file('shop/workspace_sidebar/shop.json', sidebar('Shop'))
            .file('shop/main/workspace/shop/shop.json', [doctype: 'Workspace', name: 'Shop', links: [[type: 'Link', link_type: 'DocType', link_to: 'Order', label: 'Orders']]])
            .read()

        expect:
        imported.tree('shop', 'menus/sales.yaml').items == [[title: 'Orders', entity: 'shop.order'],
            [title: 'More', items: [[title: 'Again', entity: 'shop.order']]]]
        imported.tree('shop', 'menus/shop.yaml').items == [[title: 'Orders', entity: 'shop.order']]
        imported.told('Sales') == ['`X` leads to what is not here']
    }

    def 'the filter #filter of a number is #condition'() {
        given:
        def imported = new FrappeFixture(folder)
            .doctype('shop', 'Order', [['status', 'Data'], ['day', 'Date'], ['starts', 'Datetime'], ['total', 'Float'], ['company', 'Data']], is_submittable: 1)
            .file('shop/main/number_card/n/n.json', [doctype: 'Number Card', name: 'N', document_type: 'Order', function: 'Count',
                filters_json: JsonOutput.toJson(filter), dynamic_filters_json: JsonOutput.toJson(computed)])
            .read()

        expect:
        imported.tree('shop', 'reports/n.yaml').filter == condition
        imported.told('N') == told

        where:
        filter                                                 | computed                                || condition                                             | told
        [['Order', 'day', 'Timespan', 'today', false]]         | []                                      || 'day == today()'                                      | ['']
        [['Order', 'day', 'Timespan', 'this month', false]]    | []                                      || "day >= startOf(today(), 'month') && day < addMonths(startOf(today(), 'month'), 1)" | ['']
        [['Order', 'day', 'Timespan', 'next quarter', false]]  | []                                      || "day >= addMonths(startOf(today(), 'quarter'), 3) && day < addMonths(startOf(today(), 'quarter'), 6)" | ['']
        [['Order', 'day', 'Timespan', 'last 30 days']]         | []                                      || 'day >= addDays(today(), -30) && day <= today()'      | ['']
        [['Order', 'starts', 'Between', ['2026-01-01', '2026-01-31']]] | []                              || "date(starts) >= date('2026-01-01') && date(starts) <= date('2026-01-31')" | ['']
        [['Order', 'total', 'between', [1, 5]]]                | []                                      || 'total >= 1 && total <= 5'                            | ['']
        [['Order', 'status', 'not in', 'A, B']]                | []                                      || "!(status in ['A', 'B'])"                             | ['']
        [['Order', 'status', 'not like', '%x%']]               | []                                      || "!contains(status, 'x')"                              | ['']
        []                                                     | [['Order', 'company', '=', 'frappe.defaults.get_user_default("Company")']] || 'company == user.company.name' | ['']
        [['Order', 'total', '>', 1]]                           | [day: ['>', 'frappe.datetime.get_today()']] || 'total > 1 && coalesce(day > today(), false)'   | ['']
        [['Order', 'day', 'Timespan', 'last blue moon']]       | []                                      || null                                                  | ['its filter `day Timespan "last blue moon"`']
        []                                                     | [['Order', 'status', '=', 'my.own()']]  || null                                                  | ['its filter `status = "my.own()"` is left out: `eval:doc.status == my.own()` has no counterpart: `my.own()`']
    }

    def 'a chart shows what it shows there: since when, how many groups'() {
        given:
        def imported = shop()
            .file('shop/main/dashboard_chart/a/a.json', [doctype: 'Dashboard Chart', name: 'A', chart_type: 'Count', document_type: 'Order',
                based_on: 'creation', timespan: 'Last Year', time_interval: 'Monthly'])
            .file('shop/main/dashboard_chart/b/b.json', [doctype: 'Dashboard Chart', name: 'B', chart_type: 'Group By', document_type: 'Order',
                group_by_type: 'Count', group_by_based_on: 'status', number_of_groups: 5, timespan: 'Last Year'])
            .file('shop/main/dashboard_chart/c/c.json', [doctype: 'Dashboard Chart', name: 'C', chart_type: 'Count', document_type: 'Order',
                based_on: 'day', timespan: 'Select Date Range', from_date: '2026-01-01', to_date: '2026-03-31'])
            .read()

        expect:
        imported.tree('shop', 'reports/a.yaml').filter == 'date(created_at) >= addYears(today(), -1)'
        imported.tree('shop', 'reports/b.yaml').subMap('filter', 'sort', 'limit') == [sort: '-value', limit: 5]
        imported.tree('shop', 'reports/c.yaml').filter == "day >= date('2026-01-01') && day <= date('2026-03-31')"
    }

    def 'a report is ordered as it is there: #order'() {
        given:
        def imported = shop().file('shop/main/report/r/r.json', [doctype: 'Report', name: 'R', report_type: 'Report Builder', ref_doctype: 'Order',
            json: JsonOutput.toJson([fields: [['title', 'Order']]] + order)]).read()

        expect:
        imported.tree('shop', 'views/r.yaml').sort == sort
        imported.told('R') == told

        where:
        order                                            || sort          | told
        [order_by: '`tabOrder`.`modified` desc']         || '-updated_at' | ['']
        [sort_by: 'Order.day', sort_order: 'asc']        || 'day'         | ['']
        [order_by: '`tabItem`.`idx` asc']                || null          | ['its order `tabItem.idx asc`']
        [:]                                              || null          | ['']
    }

    def 'records that an application brings are data, found again by their names'() {
        given:
        def imported = new FrappeFixture(folder)
            .doctype('shop', 'Shelf', [['label', 'Data'], ['room', 'Link', [options: 'Room']], ['tall', 'Check']])
            .doctype('shop', 'Room', [['label', 'Data', [reqd: 1]]])
            .file('shop/fixtures/shelf.json', [[doctype: 'Shelf', name: 'S1', label: 'One', room: 'R1', tall: 1], [doctype: 'Shelf', name: 'S2', room: 'nowhere']])
            .file('shop/fixtures/room.json', [[doctype: 'Room', name: 'R1', label: 'East'], [doctype: 'Room', name: 'R2']])
            .read()

        expect:
        imported.tree('shop', 'data/shelf.yaml').records == [
            [external_id: 'S1', label: 'One', room: [external_id: 'R1'], tall: true], [external_id: 'S2']]
        imported.tree('shop', 'data/room.yaml').records == [[external_id: 'R1', label: 'East']]
        imported.told('S2') == ['its `room` is left open']
        imported.told('R2') == ['it has no `label`']
    }

    def 'records are brought with their rows, moments and addresses'() {
        given:
        def imported = new FrappeFixture(folder)
            .doctype('shop', 'Tour', [['label', 'Data'], ['begins', 'Datetime'], ['mail', 'Data', [options: 'Email']], ['stops', 'Table', [options: 'Stop']]])
            .doctype('shop', 'Stop', [['town', 'Data', [reqd: 1]], ['at', 'Time']], istable: 1)
            .file('shop/fixtures/tour.json', [[doctype: 'Tour', name: 'T1', begins: '2026-01-31 08:00:00.5', mail: 'ada@example.org',
                stops: [[town: 'Lyon', at: '10:00:00', doctype: 'Stop'], [town: 'Nice', at: 'noon']]],
                [doctype: 'Tour', name: 'T2', mail: 'nobody', stops: [[at: '10:00:00']]]])
            .read()

        expect:
        imported.tree('shop', 'data/tour.yaml').records == [
            [external_id: 'T1', begins: '2026-01-31T08:00:00.5Z', mail: 'ada@example.org', stops: [[town: 'Lyon', at: '10:00:00'], [town: 'Nice']]],
            [external_id: 'T2']]
        imported.told('T2') == ['its `mail` is left open; its `stops` is left open']
    }

    def 'customisations of one application on another are extensions'() {
        given:
        def imported = shop()
            .doctype('post', 'Parcel', [['order', 'Link', [options: 'Order']]])
            .file('post/fixtures/custom_field.json', [[doctype: 'Custom Field', name: 'Order-parcel', dt: 'Order', fieldname: 'parcel', fieldtype: 'Link', options: 'Parcel', reqd: 1]])
            .file('post/fixtures/property_setter.json', [[doctype: 'Property Setter', name: 'Order-title', doc_type: 'Order', field_name: 'title', property: 'label', value: 'Heading']])
            .read()

        expect:
        with(imported.tree('post', 'extensions/order.yaml')) {
            extend == 'shop.order'
            fields.parcel.to == 'post.parcel'
            override == [title: [title: 'Heading']]
        }
        imported.told('Order-parcel') == ['it is not required: there may be records without it']
        imported.application('post').requires() == [shop: '>=1.0 <2']
    }

    def 'translations are kept of what is there'() {
        given:
        def imported = shop().file('shop/locale/fr.po', '''
            msgid ""
            msgstr "Language: fr"

            msgid "Open"
            msgstr "Ouverte"

            #, fuzzy
            msgid "Closed"
            msgstr "Fermée?"

            msgid "Or"
            "der"
            msgstr "Com"
            "mande"

            msgid "Nothing here"
            msgstr "Rien"
            '''.stripIndent()).read()

        expect:
        imported.tree('shop', 'i18n/fr.yaml') == [texts: [Open: 'Ouverte', Order: 'Commande']]
    }

    def 'code and templates are told, not imported'() {
        given:
        def imported = shop()
            .file('shop/main/report/r/r.json', [doctype: 'Report', name: 'R', report_type: 'Script Report', ref_doctype: 'Order'])
            .file('shop/main/notification/n/n.json', [doctype: 'Notification', name: 'N', document_type: 'Order', channel: 'Slack'])
            .file('shop/main/strange/s/s.json', [doctype: 'Strange', name: 'S'])
            .read()

        expect:
        imported.told('R') == ['code makes it: write a report or a hook']
        imported.told('N') == ['there is no way to Slack: write a webhook']
        imported.told('S') == ['records of `Strange` have no place in this application']
    }
}
