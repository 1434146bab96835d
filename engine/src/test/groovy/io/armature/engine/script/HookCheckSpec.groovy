package io.armature.engine.script

class HookCheckSpec extends HookSpecification {
    def 'a pack whose hooks are wrong is not installed: #code'() {
        when:
        def answer = install("bad$number", ['hooks/note.js': hook] + more, ['note'])
        then:
        answer.status == 422
        with(answer.json.errors.find { it.code == code }) {
            file == 'hooks/note.js'
            line == at
            message.contains(said)
        }
        administrator.get("/api/bad$number/note").status == 404
        where:
        number | hook                                                                   | code     | at | said                  | more
        1      | 'export default {\n  beforeSave(record {}\n}'                          | 'AR-500' | 2  | 'SyntaxError'         | [:]
        2      | 'const x = 1'                                                          | 'AR-510' | 1  | 'default export'      | [:]
        3      | 'export default {\n  beforeSave: 3 }'                                  | 'AR-503' | 1  | 'beforeSave'          | [:]
        4      | "export default { entity: 'bad4.nte', beforeSave() {} }"               | 'AR-504' | 1  | 'bad4.nte'            | [:]
        5      | 'export default { beforeSave() {} }\nwhile (true);'                    | 'AR-507' | 2  | '5000000 statements'  | [:]
        6      | "export default { beforeSave() {}, order: { after: ['bad6.other'] } }" | 'AR-505' | 1  | 'bad6.note, bad6.other' | ['hooks/other.js': "export default { entity: 'bad6.note', beforeSave() {}, order: { after: ['bad6.note'] } }"]
        7      | "import { readFileSync } from 'fs'\nexport default { beforeSave() {} }" | 'AR-501' | 1  | 'fs'                  | [:]
        8      | 'export default { beforeSave() {} }\nthrow new Error("at once")'       | 'AR-501' | 2  | 'at once'             | [:]
    }

    def 'a pack is not installed when #file names a function that is not there'() {
        when:
        def answer = install(pack, ['hooks/note.js': 'export default { onEnd() {}, job: { nightly() {} } }', 'entities/note.yaml': STATED, (file): text])

        then:
        answer.status == 422
        with(answer.json.errors.find { it.code == 'AR-520' }) {
            it.file == file
            it.line == at
            message.contains(said)
            hint.contains(there)
        }

        where:
        pack      | file                  | text                                                     | at | said          | there
        'naming1' | 'jobs/night.yaml'     | 'every: PT24H\nhook: nightli\n'                          | 2  | 'job.nightli' | 'nightly'
        'naming2' | 'workflows/note.yaml' | NAMING                                                   | 6  | 'onEnde'      | 'onEnd'
    }

    static final String STATED = 'fields:\n  state: { type: choice, options: { open: Open, shut: Shut } }\n'
    static final String NAMING = '''entity: note
field: state
states: { open: { initial: true }, shut: { final: true } }
transitions:
  say: { from: open, to: open, hook: onEnd }
  end: { from: open, to: shut, hook: onEnde }
'''
}
