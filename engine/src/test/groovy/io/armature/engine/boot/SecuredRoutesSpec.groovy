package io.armature.engine.boot

import io.armature.engine.boot.ServerOptions.DatabaseAddress
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import io.armature.testing.Slow
import io.micronaut.context.annotation.Requires
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Get
import io.micronaut.security.annotation.Secured
import io.micronaut.security.authentication.Authentication
import io.micronaut.security.filters.SecurityFilter
import io.micronaut.security.rules.SecurityRule
import io.micronaut.web.router.Router
import java.nio.file.Files
import java.nio.file.Path
import java.security.Principal
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Routes that say themselves who may call them, as people who know Micronaut write them. */
@Slow
class SecuredRoutesSpec extends Specification {
    static final String PASSWORD = 'a long enough one'

    @Shared Path folder = Files.createTempDirectory('armature-spec').tap { Files.writeString(it.resolve('master.key'), TestServer.MASTER_KEY) }
    @Shared @AutoCleanup Server server = Server.start(
        new ServerOptions(0, folder, Optional.empty(), Optional.of([]), false, [], Optional.of(TestServer.PASSWORD), [:]),
        new DatabaseAddress(Database.url(Database.fresh()), Optional.of('postgres'), Optional.empty()),
        new Wanted())
    @Shared Caller stranger = new Caller(URI.create(server.address()))
    @Shared Caller administrator = signedIn('admin', TestServer.PASSWORD)
    @Shared Caller ada = made('ada')

    /** Says that the routes of this spec are wanted. */
    static class Wanted {}

    def cleanupSpec() {
        folder.toFile().deleteDir()
    }

    private Caller signedIn(String name, String password) {
        stranger.withToken(stranger.post('/api/auth/login', [username: name, password: password]).json['accessToken'] as String)
    }

    private Caller made(String name) {
        assert administrator.post('/api/auth/users', [username: name, password: PASSWORD, roles: []]).status == 201
        signedIn(name, PASSWORD)
    }

    private static String told(Answer answer) {
        answer.status == 200 ? answer.text : "$answer.status ${answer.json['code']}"
    }

    def 'a route may ask for a role, and is handed who calls: #path'() {
        expect:
        told(stranger.get(path)) == '401 AR-300'
        told(ada.get(path)) == hers
        told(administrator.get(path)) == his

        where:
        path                     || hers         | his
        '/api/auth/probe/open'   || 'ada'        | 'admin'
        '/api/auth/probe/roles'  || '403 AR-302' | '[administrator]'
        '/api/auth/probe/signed' || 'ada'        | 'admin'
        '/api/auth/probe/closed' || '403 AR-302' | '403 AR-302'
    }

    def 'what a route says opens it to nobody whom the engine does not know, nor to a token that does not reach it'() {
        given:
        def token = ada.post('/api/auth/tokens', [name: 'orders', scopes: ['read:shop.article']]).json['token'] as String

        expect:
        told(stranger.get('/api/auth/probe/strangers')) == '401 AR-300'
        told(stranger.withToken(token).get('/api/auth/probe/signed')) == '403 AR-302'
    }

    def 'a refusal is a problem, never a page to sign in at nor a window of the browser'() {
        when:
        def answer = stranger.with(Accept: 'text/html,application/json;q=0.9', Authorization: 'Basic YWRtaW46Y29ycmVjdCBob3JzZQ==').get('/api/auth/me')

        then:
        answer.status == 401
        answer.header('Content-Type').startsWith('application/problem+json')
        answer.header('WWW-Authenticate') == null
        answer.header('Location') == null
    }

    def 'the module opens no door of its own'() {
        given:
        def routes = server.beans().getBean(Router).uriRoutes().toList()*.uriMatchTemplate*.toString()

        expect:
        routes.findAll { !(it ==~ '/(api|openapi|health|metrics)(/.*|\\.json)?') } == []
        !server.beans().containsBean(SecurityFilter)
    }
}

/** Routes that are there for this spec only. */
@Requires(beans = SecuredRoutesSpec.Wanted)
@Controller('/api/auth/probe')
class ProbeController {
    @Get('/open')
    String open(Principal principal) { principal.name }

    @Secured('administrator')
    @Get('/roles')
    String roles(Authentication authentication) { authentication.roles as String }

    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Get('/signed')
    String signed(Principal principal) { principal.name }

    @Secured(SecurityRule.DENY_ALL)
    @Get('/closed')
    String closed() { '' }

    @Secured(SecurityRule.IS_ANONYMOUS)
    @Get('/strangers')
    String strangers() { '' }
}
