package io.armature.engine.web

import groovy.sql.Sql
import io.armature.engine.current.CurrentModels
import io.armature.engine.tenant.Tenant
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import io.armature.engine.testing.TestServer
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** Users, groups and teams, as records and as what conditions know of a caller. */
class PeopleSpec extends ServerSpecification {
    private static final String PASSWORD = 'a long enough one'
    private static final Map<String, String> TEAMS = [
        'entities/squad.yaml': """\
            title: Squad
            label: name
            features: { tree: true }
            fields:
              name:    { type: text, required: true }
              leader:  { type: user }
              members: { type: links, to: sys.user, inverse: teams }
            """.stripIndent(),
        'roles/clerk.yaml'   : """\
            title: Clerk
            grants:
              sys.user:  { read: true, create: true, update: true, delete: true }
              sys.group: { read: true, create: true, update: true }
              sys.role:  { read: true, create: true, update: true, delete: true }
            """.stripIndent(),
    ]
    @Shared Map<String, String> groups = [:]

    def setupSpec() {
        def digest = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(1, TEAMS)).json.digest
        assert administrator.post('/api/packs/install', [packs: [digest]]).status == 200
        ['sales', 'north', 'south'].each { name ->
            groups[name] = created('group', [name: name, title: name.capitalize(), parent: name == 'sales' ? null : groups.sales])
        }
    }

    private String created(String entity, Map record) {
        def answer = administrator.post("/api/sys/$entity", record)
        assert answer.status == 201
        answer.json.id
    }

    private Caller user(String name, Map more = [:]) {
        created('user', [username: name, name: name, password: PASSWORD] + more)
        caller.withToken(caller.post('/api/auth/login', [username: name, password: PASSWORD]).json.accessToken as String)
    }

    private static Map me(Caller caller) {
        caller.get('/api/auth/me').json as Map
    }

    def 'an account has a name that people can tell from others: #name'() {
        expect:
        [administrator.post('/api/sys/user', [username: name, name: 'X']), administrator.post('/api/auth/users', [username: name, password: PASSWORD])]
            .every { it.status == 422 && it.json.errors[0].path == 'username' }

        where:
        name << ['admin ', 'admin\u200b', 'аdmin', 'a\nb', 'x' * 101]
    }

    def 'a user made over REST signs in, and a member of a group counts as in those above it'() {
        when:
        def ada = user('ada', [groups: ['north'], roles: ['administrator']])

        then:
        me(ada).groups as Set == ['north', 'sales'] as Set
        me(ada).teams == [groups.north]
        me(ada).roles == ['administrator']
    }

    def 'a manager has the teams below'() {
        given:
        def bob = user('bob')

        when:
        administrator.patch("/api/sys/group/$groups.sales", [manager: me(bob).id])

        then:
        me(bob).groups as Set == ['sales', 'north', 'south'] as Set
        me(bob).teams as Set == groups.values() as Set
    }

    def 'teams of packs count: those a user is in, and those below one he leads'() {
        given:
        def cyd = user('cyd', [roles: ['administrator']])
        def id = me(cyd).id
        def place = { Map record -> administrator.post('/api/shop/squad', record).json.id }

        when:
        def member = place(name: 'Member', members: [id])
        def led = place(name: 'Led', leader: id)
        def below = place(name: 'Below', parent: led)
        place(name: 'Other')

        then:
        me(cyd).teams as Set == [member, led, below] as Set

        and: 'conditions know it'
        cyd.get("/api/shop/squad?filter=${enc('id in user.teams')}").json.data*.name as Set == ['Member', 'Led', 'Below'] as Set
    }

    def 'conditions know #expression'() {
        given:
        def dan = user("dan$number", [groups: ['south'], roles: ['administrator'], email: 'dan@example.org'])
        administrator.post('/api/shop/article', [code: "d$number", name: 'south'])

        expect:
        dan.get("/api/shop/article?filter=${enc("code == 'd$number' && ($expression)")}").json.data.size() == found

        where:
        number | expression                       || found
        1      | "inGroup('south')"               || 1
        2      | "inGroup('sales')"               || 1
        3      | "inGroup('north')"               || 0
        4      | 'name in user.groups'            || 1
        5      | "user.email == 'dan@example.org'" || 1
        6      | "user.name == 'dan6'"            || 1
        7      | 'isSet(user.password)'           || 0
    }

    private static String enc(String text) {
        URLEncoder.encode(text, 'UTF-8')
    }

    def 'a change of groups holds at once, on every node'() {
        given:
        def eve = user('eve', [groups: ['north']])
        def second = new TestServer(server.database)
        def there = { -> second.caller.with(eve.headers).get('/api/auth/me').json }

        expect:
        me(eve).groups as Set == ['north', 'sales'] as Set
        there().groups as Set == ['north', 'sales'] as Set

        when:
        administrator.patch("/api/sys/user/${me(eve).id}", [groups: ['south']])

        then:
        me(eve).groups as Set == ['south', 'sales'] as Set
        new PollingConditions(timeout: 2).eventually {
            assert there().groups as Set == ['south', 'sales'] as Set
        }

        cleanup:
        second.close()
    }

    def 'the members of a deleted #what are not those of a later one of that name'() {
        given:
        def id = created(what, [name: "brief_$what", title: 'Brief'])
        def fay = user("fay_$what", [(property): ["brief_$what"]])
        assert me(fay)[property] == ["brief_$what"]

        when:
        assert administrator.delete("/api/sys/$what/$id").status == 204
        created(what, [name: "brief_$what", title: 'Brief again'])

        then:
        me(fay)[property] == []

        where:
        what    || property
        'group' || 'groups'
        'role'  || 'roles'
    }

    def 'nobody gives himself rights, whatever his role grants: #change'() {
        given:
        def clerk = user("clerk$number", [roles: ['shop.clerk']])
        def id = me(clerk).id

        expect:
        clerk.patch("/api/sys/user/$id", [name: 'Clerk', theme: 'dark']).status == 200
        clerk.patch("/api/sys/user/$id", change).status in [403, 422]
        me(clerk).roles == ['shop.clerk']

        where:
        number | change
        1      | [roles: ['administrator']]
        2      | [groups: ['sales']]
        3      | [username: 'root']
        4      | [password: 'a password of my own']
        5      | [email: 'me@evil.example']
    }

    def 'nor does he make others who have them'() {
        given:
        def clerk = user('maker', [roles: ['shop.clerk']])

        expect:
        clerk.post('/api/sys/user', [username: 'made', name: 'Made', roles: ['administrator'], password: PASSWORD]).status in [403, 422]
        clerk.post('/api/sys/role', [name: 'made', title: 'Made']).status in [403, 422]
        clerk.post('/api/sys/group', [name: 'made', manager: me(clerk).id]).status in [403, 422]
    }

    def 'a user changes what he prefers, and sees it'() {
        given:
        def gus = user('gus')

        when:
        def answer = gus.patch('/api/auth/me', [locale: 'fr-FR', timeZone: 'Europe/Paris', theme: 'dark', dateFormat: 'dd/MM/yyyy',
                                               numberFormat: 'space_comma', homePage: '/shop/article'])

        then:
        answer.status == 200
        with(me(gus)) {
            locale == 'fr-FR'
            timeZone == 'Europe/Paris'
            theme == 'dark'
            dateFormat == 'dd/MM/yyyy'
            numberFormat == 'space_comma'
            homePage == '/shop/article'
        }

        and: 'problems are told in his language'
        gus.get('/api/nothing/here').json.detail ==~ /Il n'y a rien.*|Vous n'avez.*/

        when:
        gus.patch('/api/auth/me', [theme: null])

        then:
        me(gus).theme == null
        me(gus).locale == 'fr-FR'
    }

    def 'a preference #property of #value is refused'() {
        given:
        def who = administrator

        when:
        def answer = who.patch('/api/auth/me', [(property): value])

        then:
        answer.status == 422
        answer.json.code == code

        where:
        property     | value                    || code
        'locale'     | 'not a language!'        || 'AR-402'
        'timeZone'   | 'Mars/Base'              || 'AR-402'
        'theme'      | 'pink'                   || 'AR-402'
        'dateFormat' | 'bbb'                    || 'AR-402'
        'dateFormat' | 'HH:mm'                  || 'AR-402'
        'homePage'   | 'https://evil.example'   || 'AR-402'
        'homePage'   | '//evil.example'         || 'AR-402'
        'homePage'   | '/\\evil.example'        || 'AR-402'
        'roles'      | 'administrator'          || 'AR-409'
        'username'   | 'root'                   || 'AR-409'
    }
}
