package io.armature.metadata.foreign.frappe

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
