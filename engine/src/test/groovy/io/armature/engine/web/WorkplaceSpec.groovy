package io.armature.engine.web

import groovy.sql.Sql
import io.armature.engine.testing.Answer
import io.armature.engine.testing.AnswerCheck
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** In which company somebody works, and between which sites he goes. */
class WorkplaceSpec extends Specification {
    static final String PASSWORD = 'a long enough secret 17'
    @Shared @AutoCleanup TestServer server = new TestServer(Database.fresh(), ['../module-packs/core'])
    @Shared Caller admin = server.administrator
    @Shared Map<String, String> companies = [:]

    def setupSpec() {
        ['North', 'South', 'West'].each { companies[it] = made('core/company', [code: it[0], name: it, currency: [code: 'EUR']]) }
        companies['Harbour'] = made('core/company', [code: 'H', name: 'Harbour', currency: [code: 'EUR'], parent: companies['North']])
        made('core/company', [code: 'G', name: 'Gone', currency: [code: 'EUR'], active: false])
        made('sys/user', [username: 'ann', name: 'Ann', password: PASSWORD, roles: ['core.employee'], company: companies['North'], companies: [companies['South']]])
    }

    private String made(String entity, Map values) {
        def answer = admin.post("/api/$entity", values)
        assert answer.status == 201: answer
        answer.json['id']
    }

    private Caller signedIn(String name) {
        server.caller.withToken(server.caller.post('/api/auth/login', [username: name, password: PASSWORD]).json['accessToken'] as String)
    }

    private static List<String> names(Caller who) {
        (who.get('/api/auth/companies').json['data'] as List)*.name as List<String>
    }

    def 'a user sees the companies in which he may work, an administrator all that are in business'() {
        expect:
        names(signedIn('ann')) == ['North', 'South']
        names(admin) == ['Harbour', 'North', 'South', 'West']
        (admin.get('/api/auth/companies').json['data'] as List).find { it.name == 'Harbour' }.parent == companies['North']
        (admin.get('/api/auth/companies').json['data'] as List).every { !it.current }
    }

    def 'he chooses among them and among no others, and the choice is in the trail'() {
        given:
        def ann = signedIn('ann')

        expect:
        with(ann.put('/api/auth/company', [company: companies['West']])) { [it.status, it.json.code] == [403, 'AR-302'] }
        ann.put('/api/auth/company', [:]).json['code'] == 'AR-401'
        ann.put('/api/auth/company', [company: companies['South']]).status == 204

        and: 'at once, and the former stays one of his'
        ann.get('/api/auth/me').json['company'] == companies['South']
        (ann.get('/api/auth/companies').json['data'] as List).find { it.current }.name == 'South'
        names(ann) == ['North', 'South']
        ann.put('/api/auth/company', [company: companies['North']]).status == 204
        ann.put('/api/auth/company', [company: companies['South']]).status == 204
        (admin.get("/api/sys/user?filter=username%20==%20'ann'&fields=companies(name)").json['data'] as List)[0].companies*.name.sort() == ['North', 'South']
        new Sql(server.database).firstRow('select changes::text as text from tenant_main."sys$audit" where changes::text like \'%company%\' and action = \'update\'').text.contains(companies['South'])
    }

    def 'what he makes belongs to the company in which he works, unless he says another'() {
        when:
        admin.put('/api/auth/company', [company: companies['West']])
        def usual = made('core/business_unit', [code: 'U', name: 'Usual', kind: 'division'])
        def other = made('core/business_unit', [code: 'O', name: 'Other', kind: 'division', company: companies['North']])

        then:
        admin.get("/api/core/business_unit/$usual?fields=company").json == [company: companies['West']]
        admin.get("/api/core/business_unit/$other?fields=company").json == [company: companies['North']]
    }

    def 'a browser is signed in to several sites at once, and only their people hear of them'() {
        given:
        assert admin.post('/api/tenants', [name: 'other', packs: [], adminPassword: PASSWORD]).status == 201
        def there = server.caller.with('X-Tenant': 'other')
        def here = cookie(server.caller.post('/api/auth/login', [username: 'ann', password: PASSWORD]))
        def beyond = cookie(there.post('/api/auth/login', [username: 'admin', password: PASSWORD]))
        def both = [Cookie: "$here; $beyond".toString()]

        expect: 'each site knows its own'
        here.startsWith('armature_session=')
        beyond.startsWith('armature_session_other=')
        server.caller.with(both).get('/api/auth/me').json['username'] == 'ann'
        there.with(both).get('/api/auth/me').json['username'] == 'admin'
        there.with(Cookie: here).get('/api/auth/me').status == 401

        and: 'one goes between those where one is signed in'
        sites(server.caller.with(both)) == [[name: 'main', address: '/', current: true, signedIn: true], [name: 'other', address: '/t/other/', current: false, signedIn: true]]
        sites(server.caller.with(Cookie: here))*.name == ['main']
        sites(there.with(Cookie: beyond))*.name == ['other']
        sites(admin)*.signedIn == [true, false]

        and: 'who leaves one stays in the other'
        there.with(both + ['X-Requested-With': 'spec']).post('/api/auth/logout').headers('Set-Cookie').every { it.startsWith('armature_session_other=') || it.startsWith('armature_impersonation_other=') }
        server.caller.with(both).get('/api/auth/me').status == 200
        there.with(both).get('/api/auth/me').status == 401
    }

    def 'records are found whatever they are, once each, and where nothing is called so what nearly is'() {
        expect:
        found('harb') == [['core.company', 'Harbour', 'Company']]
        found('harbuor') == [['core.company', 'Harbour', 'Company']]
        found('HRBOUR ') == [['core.company', 'Harbour', 'Company']]
        found('xyz') == []
        found('') == []
        admin.get('/api/search?q=harb').json.near == false
        admin.get('/api/search?q=habour').json.near == true
        admin.with('Accept-Language': 'fr').get('/api/search?q=harb').json.data[0].kind == 'Société'
        found('ann', signedIn('ann')).every { it[0] != 'sys.role' }
        server.caller.get('/api/search?q=harb').status == 401
    }

    private List<List<String>> found(String words, Caller who = admin) {
        (who.get('/api/search?q=' + URLEncoder.encode(words, 'UTF-8')).json['data'] as List<Map>).collect { [it.entity, it.title, it.kind] as List<String> }
    }

    def 'what #path answers is what the interface says of it'() {
        expect:
        AnswerCheck.misfits(admin.get(path), schema, many) == []

        where:
        path                              | schema         | many
        '/api/auth/me'                    | 'Me'           | false
        '/api/auth/companies'             | 'Company'      | true
        '/api/auth/sites'                 | 'Site'         | true
        '/api/screens/menu'               | 'Menus'        | false
        '/api/screens/core/company'       | 'ScreenEntity' | false
        '/api/screens/sys/user'           | 'ScreenEntity' | false
        '/api/screens/core/company/form'  | 'Screen'       | false
        '/api/screens/core/calendar/form' | 'Screen'       | false
        '/api/screens/core/currency/list' | 'Screen'       | false
        '/api/meta/entities'              | 'EntityHead'   | true
        '/api/search?q=north'             | 'Findings'     | false
    }

    private static String cookie(Answer answer) {
        answer.headers('Set-Cookie').find { it.startsWith('armature_session') }.tokenize(';').first()
    }

    private static List<Map> sites(Caller who) {
        who.get('/api/auth/sites').json['data'] as List<Map>
    }
}
