package io.armature.engine.job

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** A pack with jobs of all kinds. */
@CompileStatic
final class ChoresPack {
    static final Map<String, String> FILES = [
        'pack.yaml'          : 'pack: chores\nversion: 1.0.0\ntitle: Chores\nengine: ">=0.1"\n',
        'entities/note.yaml' : 'label: text\nfields:\n  text: { type: text, required: true }\n  old: { type: boolean, default: false }\n',
        'hooks/note.js'      : '''export default {
            job: {
              answer(input, ctx) { return { answer: 42, asked: input.question } },
              fail() { throw new Error('out of luck') },
              endless(input, ctx) { ctx.progress(40); for (;;) {} },
            },
          }
          ''',
        'jobs/answer.yaml'   : 'title: Answer\ncron: "0 6 * * 1-5"\ntimeZone: Europe/Paris\nhook: answer\nwith: { question: why }\n',
        'jobs/failing.yaml'  : 'every: PT24H\nhook: fail\nretries: 1\n',
        'jobs/endless.yaml'  : 'every: PT24H\nhook: endless\nretries: 0\n',
        'jobs/limited.yaml'  : 'every: PT24H\nhook: endless\nretries: 1\ntimeout: PT1S\n',
        'jobs/tidy.yaml'     : 'every: PT24H\naction: purge\nwith: { entity: note, filter: "old" }\n',
        'jobs/tell.yaml'     : 'every: PT24H\naction: emit\nwith: { event: chores.told, details: { how: loud } }\n',
        'mails/old.yaml'     : '''title: Old
            entity: note
            subject: "Old: {{text}}"
            text: "The note {{text}} is old."
            translations:
              fr: { subject: "Ancienne : {{text}}", text: "La note {{text}} est ancienne." }
            '''.stripIndent(12),
        'jobs/remind.yaml'   : 'every: PT24H\naction: mail\nwith: { template: old, filter: "old", to: [owner, "desk@example.org"] }\n',
        'roles/keeper.yaml'  : 'title: Keeper\ngrants:\n  note: { read: true }\n',
        'jobs/plain.yaml'    : 'every: PT24H\naction: mail\nwith: { to: ["plain@example.org", "role:keeper"], subject: Plain, text: Words }\n',
        'jobs/report.yaml'   : 'every: PT24H\naction: export\nwith: { entity: chores.note, filter: "old", fields: "text", format: csv, to: ["report@example.org"], subject: Report }\n',
        'jobs/call.yaml'     : 'every: PT24H\naction: webhook\nwith: { webhook: ledger, event: month_closed, details: { month: 5 } }\n',
        'jobs/often.yaml'    : 'every: PT1S\nhook: answer\n',
        'jobs/minutely.yaml' : 'every: PT1M\nhook: answer\ncatchUp: all\n',
        'jobs/later.yaml'    : 'at: "2099-01-01T00:00:00Z"\nhook: answer\n',
        'jobs/resting.yaml'  : 'every: PT1S\nhook: answer\nenabled: false\n',
    ]

    private ChoresPack() {}

    static Path folder() {
        def folder = Files.createTempDirectory('chores')
        FILES.each { name, text ->
            def file = folder.resolve(name)
            Files.createDirectories(file.parent)
            Files.writeString(file, text)
        }
        folder
    }
}
