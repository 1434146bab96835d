package io.armature.metadata.foreign.frappe

import groovy.json.JsonSlurper
import io.armature.metadata.foreign.ApplicationFiles
import io.armature.metadata.read.PackReader
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class FrappeExportSpec extends Specification {
    @TempDir
    Path folder

    private static export(Map<String, byte[]> pack) {
        FrappeExport.files(new PackReader().read(pack)).collectEntries { path, bytes -> [path, new JsonSlurper().parse(bytes)] }
    }

    def 'what was imported is given back'() {
        given:
        def fields = [
            ['title', 'Data', [label: 'Title', reqd: 1, width: '200', in_list_view: 1]], ['sb', 'Section Break', [label: 'More', collapsible: 1]],
            ['price', 'Currency', [label: 'Price', default: '0', depends_on: 'eval:doc.title', reqd: 1, permlevel: 1, print_hide: 1]],
            ['owner', 'Small Text', [label: 'Owner', description: 'Whose']], ['seen', 'Data', [is_virtual: 1]],
            ['always', 'Data', [mandatory_depends_on: 'eval:1']], ['both', 'Data', [reqd: 1, mandatory_depends_on: 'eval:doc.title']],
            ['kind', 'Select', [options: '\nA\nB', set_only_once: 1]], ['rows', 'Table', [options: 'Row', allow_on_submit: 1]],
        ]
        def imported = new FrappeFixture(folder)
            .doctype('shop', 'Big Thing', fields, autoname: 'format:T-{####}', is_submittable: 1, title_field: 'title', track_changes: 1, modified: '2026-01-01',
                permissions: [[role: 'Clerk', read: 1, email: 1]], links: [[link_doctype: 'Row', link_fieldname: 'x']])
            .doctype('shop', 'Row', [['big', 'Link', [options: 'Big Thing']]], istable: 1)
            .read()
        def doctype = export(ApplicationFiles.of(imported.application('shop')))['shop/main/doctype/big_thing/big_thing.json']

        expect:
        doctype.name == 'Big Thing'
        doctype.field_order == fields*.first()
        doctype.fields.collect { it.findAll { key, value -> value } } ==
            fields.collect { [fieldname: it[0], fieldtype: it[1]] + it[2] }.collect { it.findAll { key, value -> value } }
        doctype.subMap('autoname', 'is_submittable', 'title_field', 'track_changes', 'modified', 'module') ==
            [autoname: 'format:T-{####}', is_submittable: 1, title_field: 'title', track_changes: 1, modified: '2026-01-01', module: 'Main']
        doctype.permissions == [[role: 'Clerk', read: 1, email: 1]]
        doctype.links == [[link_doctype: 'Row', link_fieldname: 'x']]
    }

    def 'a pack of ours is told by the nearest there is'() {
        given:
        def exported = export([
            'pack.yaml': 'pack: shop\nversion: 1.0.0\ntitle: Shop\n'.bytes,
            'entities/order.yaml': '''
                title: Order
                label: name
                fields:
                  name: { type: text, required: true }
                  mail: email
                  state: { type: choice, options: { open: Open, closed: Closed }, default: open }
                  customer: { type: link, to: customer }
                '''.stripIndent().bytes,
            'entities/customer.yaml': 'title: Customer\nfields:\n  code: text\n'.bytes,
            'roles/clerk.yaml': 'title: Clerk\ngrants:\n  shop.order: { read: true, update: "owner == user.id" }\n'.bytes,
        ])['shop/shop/doctype/order/order.json']

        expect:
        exported.fields*.subMap('fieldname', 'fieldtype', 'options') == [
            [fieldname: 'name_1', fieldtype: 'Data'], [fieldname: 'mail', fieldtype: 'Data', options: 'Email'],
            [fieldname: 'state', fieldtype: 'Select', options: 'open\nclosed'], [fieldname: 'customer', fieldtype: 'Link', options: 'customer'],
        ]
        exported.permissions == [[role: 'Clerk', read: 1], [role: 'Clerk', write: 1, if_owner: 1]]
    }
}
