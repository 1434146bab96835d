package io.armature.engine.access

import io.armature.engine.audit.Refusals
import io.armature.engine.testing.Caller
import java.time.Instant
import java.time.temporal.ChronoUnit
import spock.lang.Shared

/** What gives access for good is made by nobody who has his rights from others, or for a time. */
class LastingSpec extends AccessSpecification {
    @Shared String me
    @Shared String receiver
    @Shared String group

    def setupSpec() {
        me = admin.get('/api/auth/me').json.id
        assert admin.put('/api/access/roles/sales.wirer', [title: 'Wirer', grants: ['sys.webhook': [read: true, create: true, update: 'owner == user.id', delete: true], 'sys.user': [read: true, update: true]]]).status == 200
        user('substitute', [])
        user('wirer', ['sales.wirer'])
        user('clerk', [])
        assert admin.post('/api/access/delegations', [delegate: ids.substitute, until: later()]).status == 201
        assert people.wirer.post('/api/access/delegations', [delegate: ids.clerk, until: later()]).status == 201
        receiver = admin.post('/api/sys/webhook', [url: 'https://receiver.example.org/x', secret: 'known to both']).json.id
        group = admin.post('/api/sys/group', [name: 'north']).json.id
    }

    static String later() {
        Instant.now().plus(1, ChronoUnit.DAYS).toString()
    }

    private Caller scoped(List<String> scopes) {
        server.caller.withToken(admin.post('/api/auth/tokens', [name: 'scoped', scopes: scopes]).json.token as String)
    }

    def 'who has an administrator\'s rights from him does his work, and makes nothing that outlasts them: #method #path'() {
        given:
        def place = path.replace('RECEIVER', receiver).replace('GROUP', group).replace('SOMEBODY', ids.clerk)

        expect:
        people.substitute.get('/api/sys/user').json.data.size() >= 4
        with(people.substitute.call(method, place, body)) { status == 403 && json.code in ['AR-302', 'AR-341', 'AR-342'] }

        where:
        method   | path                               | body
        'POST'   | '/api/sys/user'                    | [username: 'later', name: 'L', email: 'l@example.org', password: AccessSpecification.PASSWORD, roles: ['administrator']]
        'PATCH'  | '/api/sys/user/SOMEBODY'           | [roles: ['administrator']]
        'PATCH'  | '/api/sys/user/SOMEBODY'           | [password: 'another long secret 9']
        'DELETE' | '/api/sys/user/SOMEBODY'           | null
        'POST'   | '/api/sys/user/batch'              | [create: [[username: 'later', name: 'L', roles: ['administrator']]]]
        'POST'   | '/api/sys/role'                    | [name: 'sales.later', title: 'L']
        'POST'   | '/api/sys/group'                   | [name: 'later']
        'PATCH'  | '/api/sys/group/GROUP'             | [manager: '00000000-0000-0000-0000-000000000000']
        'POST'   | '/api/sys/webhook'                 | [url: 'https://later.example.org/x']
        'PATCH'  | '/api/sys/webhook/RECEIVER'        | [url: 'https://later.example.org/x']
        'DELETE' | '/api/sys/webhook/RECEIVER'        | null
        'POST'   | '/api/sys/oauth_provider'          | [name: 'later', title: 'L', client_id: 'x', issuer: 'https://later.example.org']
        'POST'   | '/api/sys/directory'               | [name: 'later', title: 'L', url: 'ldaps://later.example.org', base_dn: 'dc=x', user_filter: '(uid={0})']
        'PUT'    | '/api/access/roles/sales.rep'      | [title: 'L', grants: [:]]
        'DELETE' | '/api/access/roles/sales.rep'      | null
        'POST'   | '/api/auth/users'                  | [username: 'later', password: AccessSpecification.PASSWORD]
        'POST'   | '/api/auth/tokens'                 | [name: 'later', username: 'admin']
        'POST'   | '/api/auth/invite'                 | [username: 'later', email: 'l@example.org']
        'POST'   | '/api/packs/plan'                  | [action: 'install', packs: ['crm']]
        'POST'   | '/api/tenants'                     | [name: 'later']
    }

    def 'nobody lends, rotates or points elsewhere what he has from another'() {
        expect:
        people.substitute.post('/api/access/delegations', [delegator: me, delegate: ids.clerk, until: later()]).status == 403
        people.substitute.post("/api/sys/webhook/$receiver/rotate").status == 404
        people.substitute.get("/api/sys/webhook/$receiver").status == 200
    }

    def 'a right that a role gives counts for whoever holds the role, and for nobody to whom he lends it'() {
        when:
        def own = people.wirer.post('/api/sys/webhook', [url: 'https://mine.example.org/x'])

        then:
        own.status == 201
        people.wirer.patch("/api/sys/webhook/$own.json.id", [active: false]).status == 200
        code(people.clerk.post('/api/sys/webhook', [url: 'https://mine.example.org/x'])) == '403 AR-302'
        code(people.clerk.patch("/api/sys/webhook/$own.json.id", [active: true])) == '403 AR-302'
        code(people.wirer.post('/api/sys/webhook', [url: 'https://mine.example.org/x', owner: me])) == '403 AR-342'
        code(people.wirer.post('/api/sys/webhook', [url: 'https://mine.example.org/x', allow_private: true])) == '403 AR-342'
        code(people.wirer.patch("/api/sys/user/$ids.clerk", [email: 'wirer@example.org'])) == '403 AR-342'
        people.wirer.patch("/api/sys/user/$ids.clerk", [theme: 'dark']).status == 200
    }

    def 'a receiver that tells what its owner may read is made and changed by him alone, whatever a role grants'() {
        given:
        assert admin.put('/api/access/roles/sales.fitter', [title: 'Fitter', grants: ['sys.webhook': [read: true, create: true, update: true, assign: true, delete: true]]]).status == 200
        def fitter = user('fitter', ['sales.fitter'])
        def own = fitter.post('/api/sys/webhook', [url: 'https://fitter.example.org/x']).json.id

        expect:
        fitter.patch("/api/sys/webhook/$own", [url: 'https://fitter.example.org/y']).status == 200
        code(fitter.patch("/api/sys/webhook/$receiver", [url: 'https://fitter.example.org/x'])) == '403 AR-341'
        code(fitter.post("/api/sys/webhook/$receiver/rotate")) == '404 AR-101'
        code(fitter.post('/api/sys/webhook', [url: 'https://fitter.example.org/x', owner: me])) in ['403 AR-341', '403 AR-342']
        code(fitter.patch("/api/sys/webhook/$own", [owner: me])) in ['403 AR-341', '403 AR-342']
        admin.get("/api/sys/webhook/$receiver").json.url == 'https://receiver.example.org/x'
        admin.patch("/api/sys/webhook/$own", [active: false]).status == 200
    }

    def 'a token of some scopes makes nothing that reaches further: #entity'() {
        expect:
        code(scoped(["write:sys.$entity".toString()]).post("/api/sys/$entity", body)) == '403 AR-302'

        where:
        entity    | body
        'user'    | [username: 'later', name: 'L', roles: ['administrator']]
        'group'   | [name: 'later']
        'webhook' | [url: 'https://later.example.org/x']
    }

    def 'the trail tells who tried'() {
        when:
        people.substitute.post('/api/sys/user', [username: 'noted', name: 'N'])
        server.bean(Refusals).flush()

        then:
        with(admin.get("/api/sys/audit?filter=" + URLEncoder.encode("actor == '$ids.substitute' && action == 'denied'", 'UTF-8') + '&sort=-at&limit=1').json.data) { size() == 1 }
    }
}
