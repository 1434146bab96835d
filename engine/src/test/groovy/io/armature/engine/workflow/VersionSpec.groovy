package io.armature.engine.workflow

import groovy.sql.Sql
import io.armature.engine.testing.Answer
import io.armature.engine.testing.ServerSpecification
import io.armature.metadata.archive.ArchiveWriter
import spock.lang.Shared

class VersionSpec extends ServerSpecification {
    static final String TICKET = '''
        label: name
        fields:
          name:  { type: text }
          state: { type: choice, options: { open: Open, looked_at: Looked at, review: Review, done: Done } }
        '''
    static final String FIRST = '''
        entity: desk.ticket
        field: state
        states: { open: { initial: true }, looked_at: {}, done: { final: true } }
        transitions:
          look:   { from: open, to: looked_at }
          finish: { from: looked_at, to: done }
        '''
    static final String SECOND = '''
        entity: desk.ticket
        field: state
        version: 2
        states: { open: { initial: true }, review: {}, done: { final: true } }
        transitions:
          submit:  { from: open, to: review }
          approve: { from: review, to: done }
        timers: [ { in: review, after: P1D, do: { notify: [owner] } } ]
        '''

    @Shared String digest

    Answer plan(String version, String workflow) {
        def files = [
            'pack.yaml'            : "pack: desk\nversion: $version\ntitle: Desk\nengine: \">=0.1\"\n".toString(),
            'entities/ticket.yaml' : TICKET.stripIndent(),
            'workflows/ticket.yaml': workflow.stripIndent(),
        ].collectEntries { path, text -> [path, text.getBytes('UTF-8')] } as Map<String, byte[]>
        digest = administrator.with('Content-Type': 'application/octet-stream')
            .post('/api/packs', new ArchiveWriter().write(files, Optional.empty())).json['digest']
        administrator.post('/api/packs/plan', [action: 'install', packs: [digest]])
    }

    Answer install(String version, String workflow) {
        plan(version, workflow)
        def installed = administrator.post('/api/packs/install', [packs: [digest], allowDestructive: true])
        assert installed.status == 200
        installed
    }

    def 'a record that is older than the workflow goes its way from where its field says, or from the beginning'() {
        given: 'a pack without a workflow, and records of it'
        def pack = { String version, Map<String, String> more ->
            def files = ([
                'pack.yaml'         : "pack: shelf\nversion: $version\ntitle: Shelf\nengine: \">=0.1\"\n".toString(),
                'entities/book.yaml': 'label: name\nfields:\n  name: { type: text }\n  state: { type: choice, options: { open: Open, lent: Lent, lost: Lost, gone: Gone } }\n',
            ] + more).collectEntries { path, text -> [path, (text as String).stripIndent().getBytes('UTF-8')] } as Map<String, byte[]>
            def digest = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', new ArchiveWriter().write(files, Optional.empty())).json['digest']
            assert administrator.post('/api/packs/install', [packs: [digest], allowDestructive: true]).status == 200
        }
        pack('1.0.0', [:])
        def (blank, lent, odd) = [[:], [state: 'lent'], [state: 'gone']].collect { administrator.post('/api/shelf/book', [name: 'B'] + it).header('Location') }

        when:
        pack('2.0.0', ['workflows/book.yaml': '''
            entity: shelf.book
            field: state
            states: { open: { initial: true }, lent: { readOnly: [name] }, lost: { final: true } }
            transitions:
              lend:    { from: open, to: lent }
              miss:    { from: lent, to: lost, comment: required }
            timers: [ { in: lent, after: P1D, do: { notify: [owner] } } ]
            '''])

        then: 'they stand where their field says, those that say nothing or nonsense at the beginning'
        [blank, lent, odd].collect { administrator.get("$it/transitions").json['data']*.name } == [['lend'], ['miss'], ['lend']]
        with(administrator.get("$lent/workflow").json) { workflows == [] && history == [] && timers == [] }
        administrator.patch(lent, [name: 'C']).status == 422

        and: 'from then on all is noted'
        administrator.post("$blank/transitions/lend").json['state'] == 'lent'
        with(administrator.get("$blank/workflow").json) { workflows[0].state == 'lent' && timers.size() == 1 && history[0].subMap('from', 'to') == [from: 'open', to: 'lent'] }
        administrator.post("$odd/transitions/lend").json['state'] == 'lent'
        administrator.post("$lent/transitions/miss", [:]).status == 422
        administrator.post("$lent/transitions/miss", [comment: 'Where is it?']).json['state'] == 'lost'
        administrator.get("$lent/history").json['data'][0]['details'].subMap('from', 'to', 'comment') == [from: 'lent', to: 'lost', comment: 'Where is it?']
    }

    def 'records under way stay on the version they began with, or go where the pack says'() {
        given:
        install('1.0.0', FIRST)
        def old = administrator.post('/api/desk/ticket', [name: 'old']).header('Location')
        administrator.post("$old/transitions/look")

        when: 'a state goes that is in use'
        def impossible = plan('1.1.0', SECOND.replace('version: 2', ''))

        then:
        impossible.json['problems']*.code.contains('AR-279')

        when:
        def upgraded = install('2.0.0', SECOND)
        def fresh = administrator.post('/api/desk/ticket', [name: 'new']).header('Location')

        then:
        upgraded.status == 200
        administrator.get("$old/transitions").json['data']*.name == ['finish']
        administrator.get("$old/workflow").json['workflows'][0]['version'] == 1
        administrator.get("$fresh/transitions").json['data']*.name == ['submit']
        administrator.post("$old/transitions/approve").status == 404

        when:
        def planned = plan('3.0.0', SECOND.replace('version: 2', 'version: 3\n        migrate: { looked_at: review }'))

        then:
        planned.json['problems'].findAll { it['code'] == 'AR-278' }*.message.any { it.contains('1 records under way move') }

        when:
        install('3.0.0', SECOND.replace('version: 2', 'version: 3\n        migrate: { looked_at: review }'))

        then:
        with(administrator.get("$old/workflow").json) { workflows[0].version == 3 && workflows[0].state == 'review' && timers.size() == 1 }
        administrator.get(old).json['state'] == 'review'
        administrator.get("$fresh/workflow").json['workflows'][0]['version'] == 3
        administrator.post("$old/transitions/approve").json['state'] == 'done'

        when: 'a timer has done its work, and the pack is upgraded again with the same mapping'
        def waiting = administrator.post('/api/desk/ticket', [name: 'waiting']).header('Location')
        administrator.post("$waiting/transitions/submit")
        new Sql(database).execute('delete from tenant_main."sys$timer"')
        install('3.1.0', SECOND.replace('version: 2', 'version: 3\n        migrate: { looked_at: review }'))

        then: 'it does not begin again'
        with(administrator.get("$waiting/workflow").json) { workflows[0].state == 'review' && timers == [] }
    }

    def 'who was asked about a step that is no more is asked no longer, and history tells of states that are gone by their names'() {
        given:
        def flow = { String version, String asked, String step -> """\
            entity: desk.ticket
            field: state
            version: VERSION
            states: { open: { initial: true }, $asked: {}, done: { final: true } }
            transitions:
              look:  { from: open, to: $asked }
              $step: { from: $asked, to: done, approvals: { by: [owner], need: any } }
            """.toString().stripIndent().replace('VERSION', version) }
        install('11.0.0', flow('11', 'looked_at', 'agree'))
        def moved = administrator.post('/api/desk/ticket', [name: 'moved']).header('Location')
        administrator.post("$moved/transitions/look")
        new Sql(database).execute("""insert into tenant_main."sys\$approval" (id, round, record, record_entity, workflow, transition, stage, assignee, status)
            select gen_random_uuid(), gen_random_uuid(), record, entity, workflow, 'agree', 1, gen_random_uuid(), 'pending' from tenant_main."sys\$flow" where record = ?::uuid""", [moved.split('/').last()])

        when:
        install('12.0.0', flow('12\nmigrate: { looked_at: review }', 'review', 'approve'))

        then:
        administrator.get("$moved/approvals").json['data']*.status.unique() == ['closed']
        with(administrator.get("$moved/workflow").json) {
            workflows[0].state == 'review'
            history[0].toTitle == 'looked_at'
            history[0].fromTitle == 'Open'
        }
    }
}
