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
            },
          }
          ''',
        'jobs/answer.yaml'   : 'title: Answer\ncron: "0 6 * * 1-5"\ntimeZone: Europe/Paris\nhook: answer\nwith: { question: why }\n',
        'jobs/failing.yaml'  : 'every: PT24H\nhook: fail\nretries: 1\n',
        'jobs/tidy.yaml'     : 'every: PT24H\naction: purge\nwith: { entity: chores.note, filter: "old" }\n',
        'jobs/tell.yaml'     : 'every: PT24H\naction: emit\nwith: { event: chores.told, details: { how: loud } }\n',
        'jobs/unknown.yaml'  : 'every: PT24H\naction: dance\n',
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
