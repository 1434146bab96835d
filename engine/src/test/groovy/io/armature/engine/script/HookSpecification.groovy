package io.armature.engine.script

import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.metadata.archive.ArchiveWriter

/** Installs packs with hooks. */
abstract class HookSpecification extends ServerSpecification {
    static final String NOTE = '''
        label: name
        fields:
          name: { type: text }
        '''

    /** An entity with one of each type that hooks deal with, and its lines. */
    static final Map<String, String> TILL = [
        'entities/sale.yaml': '''
            label: name
            key: [name]
            fields:
              name:    { type: text, required: true, unique: true }
              total:   { type: decimal, readOnly: true }
              rate:    { type: decimal }
              count:   { type: integer }
              day:     { type: date }
              at:      { type: dateTime }
              wait:    { type: duration }
              paid:    { type: boolean }
              mood:    { type: choice, options: { good: Good, bad: Bad } }
              flags:   { type: choices, options: { a: A, b: B } }
              data:    { type: json }
              other:   { type: link, to: till.sale }
              friends: { type: links, to: till.sale }
              pin:     { type: password }
              twice:   { type: decimal, formula: "total * 2", stored: true }
              lines:   { type: lines, of: till.line }
            ''',
        'entities/line.yaml': '''
            label: text
            fields:
              text:   { type: text }
              qty:    { type: decimal, default: 1 }
              price:  { type: decimal }
              amount: { type: decimal, formula: "qty * price", stored: true }
            ''',
    ]

    /** Installs a pack that has entities with these names too, each with a name and nothing else. */
    Answer install(String pack, Map<String, String> files, List<String> entities = [], String manifest = '') {
        installBy(administrator, pack, files, entities, manifest)
    }

    /** The same at another node. */
    static Answer installBy(Caller administrator, String pack, Map<String, String> files, List<String> entities, String manifest) {
        def all = ['pack.yaml': "pack: $pack\nversion: 1.0.0\ntitle: ${pack.capitalize()}\nengine: \">=0.1\"\n$manifest".toString()] +
            entities.collectEntries { ["entities/${it}.yaml".toString(), NOTE] } + files
        def bytes = all.collectEntries { path, text -> [path, text.stripIndent().getBytes('UTF-8')] } as Map<String, byte[]>
        def uploaded = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', new ArchiveWriter().write(bytes, Optional.empty()))
        if (uploaded.status >= 300) {
            return uploaded
        }
        def order = [packs: [uploaded.json.digest]]
        def asked = administrator.post('/api/packs/plan', [action: 'install'] + order).json.consent
        administrator.post('/api/packs/install', order + [consent: asked])
    }
}
