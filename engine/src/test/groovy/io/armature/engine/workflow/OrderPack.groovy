package io.armature.engine.workflow

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** A pack whose orders have a workflow with one of everything. */
@CompileStatic
final class OrderPack {
    static final Map<String, String> FILES = [
        'pack.yaml'             : 'pack: trade\nversion: 1.0.0\ntitle: Trade\nengine: ">=0.1"\n',
        'entities/order.yaml'   : '''
            label: name
            features: { softDelete: true }
            fields:
              name:         { type: text, required: true }
              status:       { type: choice, options: { draft: Draft, submitted: Submitted, approved: Approved, shelved: Shelved } }
              payment:      { type: choice, options: { open: Open, paid: Paid } }
              reason:       { type: text }
              price:        { type: decimal, digits: 2 }
              submitted_at: { type: dateTime }
              note:         { type: text, translated: true }
              reviewer:     { type: user }
              lines:        { type: lines, of: trade.line, by: order }
              tags:         { type: links, to: trade.tag }
              total:        { type: decimal, digits: 2, formula: "sum(lines.amount)" }
            ''',
        'entities/line.yaml'    : '''
            label: name
            fields:
              order:  { type: link, to: trade.order }
              name:   { type: text }
              amount: { type: decimal, digits: 2 }
            ''',
        'entities/tag.yaml'     : 'label: name\nfields:\n  name: { type: text }\n',
        'entities/plain.yaml'   : 'label: name\nfields:\n  name: { type: text }\n',
        'entities/party.yaml'   : '''
            label: name
            fields:
              name:  { type: text, required: true }
              state: { type: choice, options: { new: New, known: Known } }
            ''',
        'entities/client.yaml'  : 'extends: trade.party\nlabel: name\nfields:\n  limit: { type: decimal }\n',
        'workflows/order.yaml'  : '''
            entity: trade.order
            field: status
            states:
              draft:     { title: Draft, initial: true }
              submitted: { title: To approve, readOnly: [price, lines], required: price }
              approved:  { title: Approved, readOnly: all }
              shelved:   { title: Shelved, readOnly: all, final: true }
            transitions:
              submit:  { title: Submit, from: draft, to: submitted, when: "size(lines) > 0", message: "An order needs a line", set: { submitted_at: "now()", reviewer: "user.id" } }
              approve: { title: Approve, from: submitted, to: approved, roles: [chief], when: "total <= 1000", set: { note: "'by ' + name" } }
              reject:  { title: Reject, from: submitted, to: draft, roles: [chief], comment: required, set: { submitted_at: null } }
              revise:  { title: Revise, from: approved, to: draft, roles: [chief] }
              shelve:  { title: Shelve, from: "*", to: shelved, when: "reason != null" }
            ''',
        'workflows/payment.yaml': '''
            entity: trade.order
            field: payment
            states:
              open: { initial: true }
              paid: { final: true }
            transitions:
              pay: { from: open, to: paid }
            ''',
        'workflows/party.yaml'  : '''
            entity: trade.party
            field: state
            states:
              new:   { initial: true }
              known: { final: true }
            transitions:
              meet: { from: new, to: known }
            ''',
        'roles/clerk.yaml'      : '''
            title: Clerk
            grants:
              order: { read: "owner == user.id || status != 'draft'", create: true, update: "owner == user.id && status == 'draft'", delete: true, transitions: [submit, approve, shelve] }
              line:  { read: true, create: true, update: true, delete: true }
            ''',
        'roles/chief.yaml'      : '''
            title: Chief
            inherits: [clerk]
            grants:
              order: { read: true, update: true, transitions: [approve, reject, revise, pay] }
            ''',
        'roles/blind.yaml'      : '''
            title: Blind
            grants:
              order: { read: true, hidden: [status], transitions: [submit] }
            ''',
        'i18n/fr.yaml'          : '''
            texts:
              An order needs a line: Une commande a besoin d’une ligne
              Submit: Soumettre
              To approve: À approuver
            ''',
    ]

    private OrderPack() {}

    /** The folder of the pack. */
    static Path folder(Map<String, String> more = [:]) {
        def folder = Files.createTempDirectory('trade')
        (FILES + more).each { path, text ->
            def file = folder.resolve(path)
            Files.createDirectories(file.parent)
            Files.writeString(file, text.stripIndent())
        }
        folder
    }
}
