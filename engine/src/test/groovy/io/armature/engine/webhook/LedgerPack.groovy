package io.armature.engine.webhook

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** Entries that go through three transitions, the second by a timer; each leaves a line by a hook, and a job makes marks. */
@CompileStatic
final class LedgerPack {
    static final Map<String, String> FILES = [
        'pack.yaml'           : 'pack: books\nversion: 1.0.0\ntitle: Books\nengine: ">=0.1"\nlimits: { milliseconds: 60000 }\n',
        'entities/entry.yaml' : '''
            label: code
            fields:
              code:   { type: text, required: true, unique: true }
              status: { type: choice, options: { draft: Draft, open: Open, ripe: Ripe, closed: Closed } }
            '''.stripIndent(),
        'entities/line.yaml'  : '''
            label: step
            fields:
              entry: { type: link, to: books.entry, required: true }
              step:  { type: text, required: true }
            '''.stripIndent(),
        'entities/mark.yaml'  : 'label: ticket\nfields:\n  ticket: { type: text, required: true }\n',
        'workflows/entry.yaml': '''
            entity: books.entry
            field: status
            states:
              draft:  { initial: true }
              open:   {}
              ripe:   {}
              closed: { final: true }
            transitions:
              begin: { from: draft, to: open }
              ripen: { from: open, to: ripe }
              close: { from: ripe, to: closed }
            timers: [ { in: open, after: PT1S, do: { transition: ripen } } ]
            '''.stripIndent(),
        'hooks/entry.js'      : '''
            const line = step => (entry, ctx) => { ctx.db.create('books.line', { entry: entry.id, step }) }
            export default {
              afterTransition: { begin: line('begin'), ripen: line('ripen'), close: line('close') },
              job: { mark(input, ctx) { ctx.db.create('books.mark', { ticket: input.ticket }) } },
            }
            '''.stripIndent(),
        'jobs/mark.yaml'      : 'at: "2099-01-01T00:00:00Z"\nhook: mark\nconcurrency: 4\n',
    ]

    private LedgerPack() {}

    static String folder(Path folder) {
        FILES.each { name, text ->
            def file = folder.resolve(name)
            Files.createDirectories(file.parent)
            Files.writeString(file, text)
        }
        folder.toString()
    }
}
