package io.armature.engine.access

import io.armature.engine.testing.Caller
import io.armature.metadata.archive.ArchiveWriter
import spock.util.concurrent.PollingConditions

/** Who does not see in which state a record is, learns it by none of the ways that tell of its steps. */
class HiddenStatesSpec extends AccessSpecification {
    static final Map<String, String> DESK = [
        'pack.yaml'            : 'pack: desk\nversion: 1.0.0\ntitle: Desk\nengine: ">=0.1"\n',
        'entities/ticket.yaml' : '''
            label: name
            fields:
              name:   { type: text, required: true }
              status: { type: choice, options: { fresh: Fresh, suspected: Suspected }, default: fresh }
            ''',
        'workflows/ticket.yaml': '''
            entity: ticket
            field: status
            states:
              fresh:     { title: Fresh, initial: true }
              suspected: { title: Suspected, final: true }
            transitions:
              suspect: { from: fresh, to: suspected, comment: required }
            ''',
        'roles/clerk.yaml'     : '''
            title: Clerk
            grants:
              ticket: { read: true, create: true, update: true, transitions: [suspect] }
            ''',
        'roles/reader.yaml'    : '''
            title: Reader
            grants:
              ticket: { read: true, hidden: [status] }
            ''',
    ]

    def soon = new PollingConditions(timeout: 20, delay: 0.05)

    def setupSpec() {
        def files = DESK.collectEntries { path, text -> [path, text.stripIndent().bytes] } as Map<String, byte[]>
        assert admin.with('Content-Type': 'application/zip').call('POST', '/api/packs', new ArchiveWriter().write(files, Optional.empty())).status == 201
        assert admin.post('/api/packs/install', [packs: ['desk']]).status == 200
    }

    private static String told(Caller who) {
        (who.get('/api/notifications').json['data'] as List).collect { "$it.kind $it.title $it.body" }.join('|')
    }

    def 'neither by the history nor by a notification'() {
        given:
        def clerk = user('clerk', ['desk.clerk'])
        def mate = user('mate', ['desk.clerk'])
        def reader = user('reader', ['desk.reader'])
        def ticket = clerk.post('/api/desk/ticket', [name: 'Lost keys']).json['id']
        [mate, reader].each { assert it.put("/api/desk/ticket/$ticket/followers/me", [:]).status == 204 }

        when:
        assert clerk.post("/api/desk/ticket/$ticket/transitions/suspect", [comment: 'Looks staged']).status == 200

        then:
        soon.eventually {
            assert told(mate).contains('suspected')
            assert told(reader) == 'change clerk changed Lost keys '
        }
        mate.get("/api/desk/ticket/$ticket/history").text.contains('Looks staged')

        and:
        def history = reader.get("/api/desk/ticket/$ticket/history")
        history.json['data']*.action == ['transition', 'create']
        history.json['data']*.details == [null, null]
        !history.text.contains('suspected')
    }
}
