package io.armature.metadata.foreign.frappe

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Notifications and print formats, whose texts are templates of Jinja. */
class FrappeTemplatesSpec extends Specification {
    @TempDir
    Path folder

    def shop() {
        new FrappeFixture(folder)
            .doctype('shop', 'Order', [
                ['title', 'Data'], ['status', 'Select', [options: 'Open\nClosed']], ['total', 'Currency'], ['day', 'Date'],
                ['starts', 'Datetime'], ['email', 'Data', [options: 'Email']], ['clerk', 'Link', [options: 'User']],
                ['buyer', 'Link', [options: 'Buyer']], ['terms', 'Text Editor'], ['items', 'Table', [options: 'Order Item']],
            ], is_submittable: 1)
            .doctype('shop', 'Order Item', [['item', 'Data'], ['qty', 'Float'], ['note', 'Data']], istable: 1)
            .doctype('shop', 'Buyer', [['full_name', 'Data'], ['town', 'Data']])
    }

    FrappeFixture notification(Map more) {
        shop().file('shop/main/notification/n/n.json', [doctype: 'Notification', name: 'N', document_type: 'Order', enabled: 1,
            event: 'New', channel: 'Email', subject: 'New', message: 'Look', recipients: [[receiver_by_document_field: 'owner']]] + more).read()
    }

    FrappeFixture print(String html, Map more = [:]) {
        shop().file('shop/main/print_format/p/p.json', [doctype: 'Print Format', name: 'P', doc_type: 'Order', custom_format: 1,
            print_format_type: 'Jinja', html: html] + more).read()
    }

    static String page(FrappeFixture imported) { new String(imported.application('shop').files()['prints/p.html']).strip() }

    def 'a notification becomes a mail that goes by itself: #event'() {
        given:
        def imported = notification(event: event, value_changed: 'status', condition: 'doc.total > 5 and not doc.status == "Closed"')

        expect:
        imported.tree('shop', 'mails/n.yaml') == [title: 'N', entity: 'shop.order', subject: 'New', text: 'Look',
            send: send + [when: "${send.when ? "$send.when && (" : ''}coalesce(total, 0) > 5 && status != 'Closed'${send.when ? ')' : ''}" as String, to: ['owner']]]
        imported.told('N') == ['']

        where:
        event          | send
        'New'          | [after: ['created']]
        'Save'         | [after: ['created', 'updated']]
        'Value Change' | [after: ['updated'], changed: ['status']]
        'Submit'       | [after: ['updated'], changed: ['document_state'], when: "document_state == 'submitted'"]
        'Cancel'       | [after: ['updated'], changed: ['document_state'], when: "document_state == 'cancelled'"]
    }

    def 'days before a date are a job and a mail'() {
        given:
        def imported = notification(event: event, date_changed: field, days_in_advance: 2, condition: 'doc.status in ("Open", "Closed")')

        expect:
        imported.tree('shop', 'jobs/n.yaml') == [title: 'N', cron: '0 6 * * *', action: 'mail',
            with: [template: 'n', filter: "$filter && (status in ['Open', 'Closed'])" as String, to: ['owner']]]
        !imported.tree('shop', 'mails/n.yaml').send

        where:
        event         | field    || filter
        'Days Before' | 'day'    || 'day == addDays(today(), 2)'
        'Days After'  | 'starts' || "startOf(starts, 'day') == startOf(addDays(now(), -2), 'day')"
    }

    def 'what it says: #jinja'() {
        expect:
        notification(subject: jinja).tree('shop', 'mails/n.yaml').subject == text

        where:
        jinja                                                                   || text
        'Of {{ doc.total }} on {{ frappe.utils.format_date(doc.day, "medium") }}' || 'Of {{total}} on {{day}}'
        '{{ doc.get_formatted("total") }}{# no #}'                               || '{{total}}'
        '{{ _("Hey {0}, {1}").format(doc.title, doc.clerk) }}'                    || 'Hey {{title}}, {{clerk.email}}'
        '{{ doc.buyer }}'                                                        || '{{buyer.external_id}}'
        '{{ frappe.db.get_value("Buyer", doc.buyer, "town") }}'                   || '{{buyer.town}}'
        '{% set b = frappe.get_doc("Buyer", doc.buyer) %}{{ b.full_name }}'       || '{{buyer.full_name}}'
        '{{ doc.title or "none" }}'                                              || "{{isSet(title) ? title : 'none'}}"
        '{{ doc.title|upper }}'                                                  || '{{upper(title)}}'
        '{{ "one" if doc.total > 1 else "two" }}'                                 || "{{coalesce(total, 0) > 1 ? 'one' : 'two'}}"
        '{% if doc.day %}on {{ doc.day }}{% else %}some day{% endif %}'           || "{{day != null ? format('on {0}', day) : 'some day'}}"
    }

    def 'HTML is kept beside what people read of it, and what has no counterpart is told'() {
        given:
        def imported = notification(message: '<p>Dear {{ doc.title }}</p><a href="{{ frappe.utils.get_url() }}/x">here</a>',
            recipients: [[receiver_by_document_field: 'email'], [receiver_by_role: 'Chief'], [cc: 'ada@example.org, {{ doc.clerk }}'],
                         [receiver_by_document_field: 'title']], send_system_notification: 1)

        expect:
        with(imported.tree('shop', 'mails/n.yaml')) {
            text == 'Dear {{title}}\nhere'
            html == '<p>Dear {{title}}</p><a href="/x">here</a>'
            send.to == ['email', 'role:shop.chief', 'ada@example.org', 'clerk']
            send.as == ['mail', 'message']
        }
        imported.told('N') == ['`title` holds no address and links to no user, so nobody is told by it; ' +
            '`frappe.utils.get_url()` is left out of its text']
    }

    def 'a notification that would go on every occasion, or to nobody, is left out: #more'() {
        given:
        def imported = notification(more)

        expect:
        imported.draft('shop', 'mails/n.yaml') == null
        imported.told('N').first().contains(why)

        where:
        more                                                   || why
        [condition: 'frappe.db.count("Order") > 3']             || 'frappe.db.count'
        [recipients: []]                                       || 'nobody'
        [enabled: 0]                                           || 'switched off'
        [channel: 'SMS']                                       || 'SMS'
        [event: 'Method']                                      || 'code'
        [event: 'Value Change', value_changed: 'nothing']      || '`nothing` is not here'
        [message: '{% macro x() %}{% endmacro %}']             || 'macro'
        [condition_type: 'Filters', filters: '[["Order", "day", "Fiscal", "x"]]'] || 'its filter'
        [message: '', email_template: 'Gone']                  || '`Gone`, which is not here'
    }

    def 'a notification goes where its filters say, in the words of the template that it names'() {
        given:
        def imported = shop()
            .file('shop/fixtures/email_template.json', [[doctype: 'Email Template', name: 'T', subject: 'Of {{ doc.title }}', response: 'Due {{ doc.day }}']])
            .file('shop/main/notification/n/n.json', [doctype: 'Notification', name: 'N', document_type: 'Order', event: 'New', channel: 'Email',
                condition_type: 'Filters', filters: '[["Order", "status", "=", "Open"]]', condition: 'doc.total > 5',
                message: '', email_template: 'T', recipients: [[receiver_by_document_field: 'owner']]])
            .read()

        expect:
        with(imported.tree('shop', 'mails/n.yaml')) {
            subject == 'Of {{title}}'
            text == 'Due {{day}}'
            send.when == "status == 'Open'"
        }
    }

    def 'texts that stand in files of their own come before those in the document'() {
        given:
        def imported = shop()
            .file('shop/main/print_format/p/p.json', [doctype: 'Print Format', name: 'P', doc_type: 'Order', html: '<p>old</p>'])
            .file('shop/main/print_format/p/p.html', '<p>{{ doc.title }}</p>')
            .file('shop/main/notification/n/n.json', [doctype: 'Notification', name: 'N', document_type: 'Order', event: 'New', channel: 'Email',
                subject: 'S', recipients: [[receiver_by_document_field: 'owner']]])
            .file('shop/main/notification/n/n.md', 'Look at {{ doc.title }}')
            .read()

        expect:
        page(imported) == '<p>{{title}}</p>'
        imported.tree('shop', 'mails/n.yaml').text == 'Look at {{title}}'
    }

    def 'a print format becomes a print: conditions and loops stand at elements'() {
        given:
        def imported = print('''
            <style>h1 { color: navy; background: url(x.png) } @import "y";</style>
            <link rel="stylesheet" href="https://example.org/x.css"><script>x()</script>
            <h1 onclick="x()">{{ doc.title }}</h1>
            {% if doc.status == "Open" %}<p>Open</p>{% elif doc.total %}Closed{% else %}<p>Free</p>{% endif %}
            <table>{%- for row in doc.items -%}<tr><td>{{ row.item }}</td>{% if row.note %}<td>{{ row.note }}</td>{% endif %}
            <td>{{ row.get_formatted("qty", doc) }} {{ doc.title }}</td></tr>{% endfor %}</table>
            <div>{{ doc.terms }}</div>'''.stripIndent().strip())

        expect:
        imported.tree('shop', 'prints/p.yaml') == [title: 'P', entity: 'shop.order']
        page(imported) == '''
            <style>h1 { color: navy; } </style>
            <h1>{{title}}</h1>
            <p if="(status == 'Open')">Open</p><span if="!(status == 'Open') && (isSet(total))">Closed</span><p if="!(status == 'Open') && !(isSet(total))">Free</p>
            <table><tr each="items"><td>{{item}}</td><td if="(isSet(note))">{{note}}</td>
            <td>{{qty}} {{shop_order_items.title}}</td></tr></table>
            <div><span html="terms"></span></div>'''.stripIndent().strip().replace('&&', '&amp;&amp;')
        imported.told('P').first().contains('<script>')
    }

    def 'a print format that is mostly code is left out, with what is code'() {
        given:
        def imported = print('<p>{{ doc.title }}</p>{% set a = frappe.get_all("Order") %}{{ a }}{{ frappe.x() }}')

        expect:
        imported.draft('shop', 'prints/p.yaml') == null
        imported.application('shop').files().isEmpty()
        imported.told('P').first().startsWith('most of it is code: ')
    }

    def 'what the older builder made'() {
        expect:
        page(print('', [format_data: groovy.json.JsonOutput.toJson([
            [fieldname: 'print_heading_template', fieldtype: 'Custom HTML', options: '<h2>Order {{ doc.title }}</h2>'],
            [fieldtype: 'Section Break', label: 'Who'], [fieldtype: 'Column Break'], [fieldname: 'buyer', label: 'Buyer'],
            [fieldtype: 'Column Break'], [fieldname: 'day'], [fieldtype: 'Section Break', label: ''],
            [fieldname: 'items', visible_columns: [[fieldname: 'item', label: 'What'], [fieldname: 'qty', print_hide: 1]]],
        ])])) == '''
            <h2>Order {{title}}</h2>
            <h3>Who</h3>
            <table style="width: 100%"><tbody><tr>
            <td style="vertical-align: top">
            <p><b>Buyer</b> {{buyer.external_id}}</p>
            </td>
            <td style="vertical-align: top">
            <p><b>day</b> {{day}}</p>
            </td>
            </tr></tbody></table>
            <table style="width: 100%">
            <thead><tr><th>What</th></tr></thead>
            <tbody><tr each="items"><td>{{item}}</td></tr></tbody>
            </table>'''.stripIndent().strip()
    }

    def 'what the newer builder made'() {
        given:
        def imported = print('', [margin_top: 12, format_data: groovy.json.JsonOutput.toJson([
            header: '<div>{{ doc.title }}</div>', footer: null,
            sections: [[label: '', columns: [[fields: [[fieldname: 'day', label: 'Day'], [fieldname: 'gone', label: 'Gone'],
                [fieldname: 'items', table_columns: [[fieldname: 'item', label: 'What']]]]]]]]])])

        expect:
        page(imported).readLines()*.strip() == ['<style>@page { margin-top: 12mm; }', '</style>', '<div>{{title}}</div><p><b>Day</b> {{day}}</p>',
            '<table style="width: 100%">', '<thead><tr><th>What</th></tr></thead>', '<tbody><tr each="items"><td>{{item}}</td></tr></tbody>', '</table>']
        imported.told('P').first() == '`gone` is no field, so it is left out of it'
    }
}
