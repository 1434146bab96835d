package io.armature.engine.pack

import io.armature.engine.testing.Answer
import io.armature.engine.testing.ServerSpecification
import io.armature.metadata.archive.ArchiveWriter
import io.armature.testing.Slow

/** What hooks may reach beyond records is confirmed by whoever installs them. */
@Slow
class ConsentSpec extends ServerSpecification {

    private String upload(String version, String grants) {
        def files = ['pack.yaml': "pack: eager\nversion: $version\ntitle: Eager\nengine: \">=0.1\"\ngrants: $grants\n".toString().getBytes('UTF-8'),
                     'entities/thing.yaml': 'label: name\nfields: { name: { type: text } }\n'.getBytes('UTF-8')]
        administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', new ArchiveWriter().write(files, Optional.empty())).json.digest
    }

    private Answer install(String digest, List<String> consent) {
        administrator.post('/api/packs/install', [packs: [digest], consent: consent])
    }

    private Map installed() {
        administrator.get('/api/packs').json.data.find { it.name == 'eager' } as Map
    }

    def 'a pack is installed when what its hooks may reach is confirmed, and asks again when it wants more'() {
        given:
        def first = upload('1.0.0', '{ mail: true, http: ["https://api.example.org"] }')

        when: 'nobody confirms, or not all'
        def plan = administrator.post('/api/packs/plan', [action: 'install', packs: [first]]).json
        def refused = [install(first, []), install(first, ['eager:mail']), administrator.post('/api/packs/install', [packs: [first], plan: plan.plan])]

        then:
        plan.consent == ['eager:http https://api.example.org', 'eager:mail']
        refused*.status == [409, 409, 409]
        refused*.json*.code == ['AR-518'] * 3
        refused[1].json.detail.contains('https://api.example.org')
        !refused[1].json.detail.contains('mail')
        installed() == null

        when:
        def answer = install(first, plan.consent as List<String>)

        then:
        answer.status == 200
        installed().consents == ['http https://api.example.org', 'mail']

        when: 'it wants the same'
        def same = upload('1.1.0', '{ mail: true, http: ["https://api.example.org"] }')

        then:
        administrator.post('/api/packs/plan', [action: 'upgrade', packs: [same]]).json.consent == []
        administrator.post('/api/packs/upgrade', [packs: [same]]).status == 200

        when: 'it wants more'
        def more = upload('1.2.0', '{ mail: true, sudo: true, http: ["https://api.example.org"] }')

        then:
        administrator.post('/api/packs/plan', [action: 'upgrade', packs: [more]]).json.consent == ['eager:sudo']
        administrator.post('/api/packs/upgrade', [packs: [more]]).json.code == 'AR-518'
        administrator.post('/api/packs/upgrade', [packs: [more], consent: ['eager:sudo']]).status == 200

        when: 'it wanted less for a while'
        administrator.post('/api/packs/upgrade', [packs: [upload('1.3.0', '{ mail: true }')]])

        then:
        installed().consents == ['mail']
        administrator.post('/api/packs/plan', [action: 'upgrade', packs: [upload('1.4.0', '{ mail: true, sudo: true }')]]).json.consent == ['eager:sudo']
    }

    def 'what is confirmed stands in the trail'() {
        given:
        install(upload('2.0.0', '{ ai: true, mail: true }'), ['eager:ai', 'eager:mail'])

        expect:
        administrator.get("/api/sys/audit?filter=action=='pack'&sort=-at&limit=1").text.contains('consents')
    }
}
