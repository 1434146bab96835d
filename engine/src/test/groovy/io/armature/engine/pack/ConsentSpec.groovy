package io.armature.engine.pack

import io.armature.engine.testing.Answer
import io.armature.engine.testing.ServerSpecification
import io.armature.metadata.archive.ArchiveWriter
import io.armature.testing.Slow

/** What hooks may reach beyond records is confirmed by whoever installs them. */
@Slow
class ConsentSpec extends ServerSpecification {

    private String upload(String version, String grants, Map<String, String> more = [:]) {
        def files = more.collectEntries { path, text -> [path, text.getBytes('UTF-8')] } + ['pack.yaml': "pack: ${more ? 'sly' : 'eager'}\nversion: $version\ntitle: Eager\nengine: \">=0.1\"\ngrants: $grants\n".toString().getBytes('UTF-8'),
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

    def 'what a pack does with all rights or for everybody is confirmed too, whatever its manifest says: #path'() {
        given:
        def digest = upload("3.$minor.0", '{}', [(path): text])

        expect:
        administrator.post('/api/packs/plan', [action: 'install', packs: [digest]]).json.consent == ["sly:$asked"]
        with(install(digest, [])) { [it.status, it.json.code] == [409, 'AR-518'] }

        where:
        minor | path                 | text                                                                                     || asked
        1     | 'data/sys.user.yaml' | 'records: [{ username: back, name: Back, password: "a long enough one", roles: [administrator] }]' || 'accounts'
        2     | 'jobs/out.yaml'      | 'every: PT1H\naction: export\nwith: { entity: sys.user, format: csv, to: [me@where.ever] }'  || 'export'
        3     | 'mails/out.yaml'     | 'entity: thing\nsubject: "{{name}}"\ntext: x\nsend: { after: [created], to: me@where.ever }'  || 'mail'
        5     | 'jobs/words.yaml'    | 'every: PT1H\naction: mail\nwith: { to: me@where.ever, subject: x, text: y }'              || 'mail'
        6     | 'extensions/u.yaml'  | 'extend: sys.user\noverride: { email: { sensitivity: internal } }'                          || 'sensitivity'
        4     | 'roles/all.yaml'     | 'title: All\nvisitors: true\ngrants: { sys.user: { read: true } }'                        || 'visitors'
    }

    def 'what is confirmed stands in the trail'() {
        given:
        install(upload('2.0.0', '{ ai: true, mail: true }'), ['eager:ai', 'eager:mail'])

        expect:
        administrator.get("/api/sys/audit?filter=action=='pack'&sort=-at&limit=1").text.contains('consents')
    }
}
