package io.armature.engine.access

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** A pack with one of everything that access has to deal with. */
@CompileStatic
final class SalesPack {
    static final Map<String, String> FILES = [
        'pack.yaml'              : 'pack: sales\nversion: 1.0.0\ntitle: Sales\nengine: ">=0.1"\n',
        'entities/region.yaml'   : '''
            label: name
            key: [code]
            fields:
              code: { type: text, required: true, unique: true }
              name: { type: text }
              boss: { type: user }
            ''',
        'entities/country.yaml'  : '''
            label: name
            public: true
            fields:
              name:   { type: text }
              secret_note: { type: text }
            ''',
        'entities/customer.yaml' : '''
            label: name
            features: { comments: true }
            search: { name: A, email: B }
            fields:
              name:         { type: text, required: true }
              email:        { type: email }
              phone:        { type: phone }
              credit_limit: { type: decimal }
              status:       { type: choice, options: { lead: Lead, active: Active }, default: lead }
              region:       { type: link, to: sales.region }
              country:      { type: link, to: sales.country }
              tags:         { type: links, to: sales.tag }
              double_limit: { type: decimal, formula: "credit_limit * 2" }
              region_name:  { type: lookup, from: region.name }
              contacts:     { type: lines, of: sales.contact }
              pin:          { type: text, sensitivity: secret }
            ''',
        'entities/contact.yaml'  : '''
            label: name
            fields:
              customer: { type: link, to: sales.customer }
              name:     { type: text, required: true }
              mobile:   { type: text }
            ''',
        'entities/tag.yaml'      : '''
            label: name
            fields:
              name: { type: text }
              hush: { type: boolean, default: false }
            ''',
        'entities/order.yaml'    : '''
            label: number
            fields:
              number:   { type: text, required: true }
              customer: { type: link, to: sales.customer }
              total:    { type: decimal }
              limit:    { type: lookup, from: customer.credit_limit }
            ''',
        'roles/rep.yaml'         : '''
            title: Representative
            grants:
              customer: { read: "owner == user.id || region.code == 'N'", create: true, update: "owner == user.id", delete: "owner == user.id && status == 'lead'", export: "owner == user.id", hidden: [credit_limit], mask: [email, phone], readOnly: [status] }
              order:    { read: true, create: true, update: true }
              tag:      { read: "!hush" }
            ''',
        'roles/north.yaml'       : '''
            title: Northerner
            grants:
              customer: { read: "region.code == 'N'" }
            ''',
        'roles/chief.yaml'       : '''
            title: Chief
            inherits: [rep]
            grants:
              customer: { read: true, create: true, update: true, delete: true, export: true, import: true, assign: true, share: true }
              region:   { read: "boss == user.id || hasRole('sales.auditor')" }
              tag:      { read: true, create: true }
            ''',
        'roles/auditor.yaml'     : '''
            title: Auditor
            grants:
              customer: { read: "hasRole('sales.auditor')" }
              region:   { read: true }
              contact:  { read: true, hidden: [mobile] }
            ''',
        'views/closing.yaml'     : 'kind: list\nentity: order\ntitle: Closing\ncolumns: [number]\nroles: [chief]\n',
        'menus/main.yaml'        : '''
            title: Sales
            items:
              - { name: customers, entity: sales.customer }
              - { name: regions, entity: region }
              - { name: chiefs, title: For chiefs, entity: sales.order, roles: [chief] }
            ''',
    ]

    private SalesPack() {}

    /** The folder of the pack. */
    static Path folder(Map<String, String> more = [:]) {
        def folder = Files.createTempDirectory('sales')
        (FILES + more).each { path, text ->
            def file = folder.resolve(path)
            Files.createDirectories(file.parent)
            Files.writeString(file, text.stripIndent())
        }
        folder
    }
}
