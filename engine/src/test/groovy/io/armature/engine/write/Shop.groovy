package io.armature.engine.write

import groovy.transform.CompileStatic
import groovy.transform.Memoized
import io.armature.metadata.definition.Definition
import io.armature.metadata.model.Model
import io.armature.metadata.model.ModelCompiler
import io.armature.metadata.model.ModelSource
import io.armature.metadata.model.PackInfo
import io.armature.metadata.read.PackReader

/** A pack with a bit of everything that writing has to deal with. */
@CompileStatic
final class Shop {
    static final String MANIFEST = 'pack: shop\nversion: 1.0.0\ntitle: Shop\nlicense: MIT\nengine: ">=0.1"\n'

    static final Map<String, String> FILES = [
        'pack.yaml'                  : MANIFEST,
        'entities/country.yaml'      : '''
            key: [code]
            features: { softDelete: false }
            fields:
              code: { type: text, unique: true, required: true, max: 2 }
              name: { type: text, required: true }
        ''',
        'entities/party.yaml'        : '''
            fields:
              name:  { type: text, required: true, max: 100 }
              email: { type: email, unique: true }
        ''',
        'entities/customer.yaml'     : '''
            extends: shop.party
            number: { field: code, pattern: "CUS-{yyyy}-{####}" }
            fields:
              code:         { type: text, unique: true, readOnly: true, max: 20 }
              country:      { type: link, to: shop.country, onDelete: restrict }
              status:       { type: choice, options: { lead: Lead, active: Active }, default: lead }
              credit_limit: { type: money, min: 0 }
              currency:     { type: text, max: 3 }
              tags:         { type: links, to: shop.tag }
              turnover:     { type: money, formula: "sum(invoices.total)", stored: true }
              shout:        { type: text, formula: "upper(name)" }
            constraints:
              - { check: "credit_limit == null || currency != null", message: "A credit limit needs a currency" }
              - { unique: [currency, credit_limit] }
        ''',
        'entities/tag.yaml'          : '''
            fields:
              name: { type: text, unique: true, required: true }
        ''',
        'entities/invoice.yaml'      : '''
            number: { field: number, pattern: "INV-{#####}", gapless: true }
            fields:
              number:    { type: text, unique: true, readOnly: true }
              customer:  { type: link, to: shop.customer, required: true }
              date:      { type: date, default: "today()" }
              currency:  { type: text, max: 3, copy: { from: customer.currency, when: always } }
              reference: { type: text, setOnce: true }
              status:    { type: choice, options: { draft: Draft, sent: Sent }, default: draft }
              sent_to:   { type: email, required: "status == 'sent'", readOnly: "number == 'INV-00001'" }
              notes:     { type: longText }
              lines:     { type: lines, of: shop.line }
              total:     { type: money, formula: "sum(lines.amount)", stored: true }
            constraints:
              - { check: "total == null || total <= 1000000", message: "Too much for one invoice" }
        ''',
        'entities/line.yaml'         : '''
            fields:
              description: { type: text, required: true }
              qty:         { type: decimal, default: 1, min: 0 }
              price:       { type: money, required: true }
              amount:      { type: money, formula: "qty * price", stored: true }
        ''',
        'entities/category.yaml'     : '''
            features: { softDelete: false, tree: true, audit: false }
            fields:
              name: { type: text, required: true }
        ''',
        'entities/settings.yaml'     : '''
            single: true
            fields:
              theme: { type: text }
        ''',
        'entities/sample.yaml'       : '''
            features: { comments: false }
            fields:
              title:    { type: text, translated: true }
              small:    { type: integer }
              exact:    { type: decimal }
              flag:     { type: boolean }
              day:      { type: date }
              clock:    { type: time }
              moment:   { type: dateTime }
              span:     { type: duration }
              colours:  { type: choices, options: { red: Red, green: Green } }
              data:     { type: json }
              anything: { type: linkAny }
              hidden:   { type: password }
        ''',
    ]

    private Shop() {}

    @Memoized
    static Model model() {
        compile(FILES)
    }

    static Model compile(Map<String, String> files) {
        def source = new PackReader().read(files.collectEntries { [it.key, it.value.stripIndent().bytes] } as Map<String, byte[]>)
        assert source.problems().empty
        def pack = new PackInfo('shop', '1.0.0', 'Shop', [:])
        def compiled = ModelCompiler.compile([new ModelSource(pack, source.definitions() as List<Definition>, 'shop')])
        assert compiled.problems().empty
        compiled.model()
    }
}
