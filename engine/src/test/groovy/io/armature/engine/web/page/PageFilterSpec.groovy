package io.armature.engine.web.page

import io.armature.engine.testing.TestServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** A node with a front end of one page. */
class PageFilterSpec extends Specification {
    @Shared @TempDir Path home
    @Shared @AutoCleanup TestServer server

    void setupSpec() {
        Files.createDirectories(home.resolve('web/assets'))
        Files.writeString(home.resolve('web/index.html'), 'start')
        Files.writeString(home.resolve('web/assets/main.js'), 'script')
        System.setProperty('armature.home', home.toString())
        try {
            server = new TestServer()
            server.bean(PageFiles)
        } finally {
            System.clearProperty('armature.home')
        }
    }

    def 'a browser gets the start page at #path, without signing in'() {
        when:
        def answer = server.caller.get(path)

        then:
        answer.status == 200
        answer.text == 'start'
        answer.header('Cache-Control') == 'no-cache'
        answer.header('Content-Security-Policy').contains("default-src 'self'")

        where:
        path << ['/', '/crm/customer', '/apis']
    }

    def 'files with a digest in their names are kept for good'() {
        expect:
        server.caller.get('/assets/main.js').header('Cache-Control').contains('immutable')
    }

    def 'a head has no body'() {
        expect:
        with(server.caller.call('HEAD', '/')) { it.status == 200 && it.text == '' }
    }

    /** As a client that checks nothing says it. */
    private String said(String address) {
        def own = URI.create(server.bean(io.micronaut.runtime.server.EmbeddedServer).URI.toString())
        try (def socket = new Socket(own.host, own.port)) {
            socket.outputStream << "GET $address HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            return socket.getInputStream().getText('UTF-8')
        }
    }

    def 'what is no address is refused, not answered with the start page: #address'() {
        when:
        def answer = said(address)

        then:
        answer.startsWith('HTTP/1.1 400')
        answer.contains('AR-156')

        where:
        address << ['/crm/customer?filter=code>"D"', '/api/crm/customer?filter=a<b', '/?a"b', '/a|b']
    }

    def 'what browsers send in queries as it is, is read: #address'() {
        expect:
        said(address).startsWith("HTTP/1.1 $status")

        where:
        address                                    | status
        '/crm/customer?view=chart&at=status||count()' | 200
        '/?a={b}^c`d\\e'                           | 200
        '/api/crm/customer?filter=a||b'            | 401
    }

    def 'the address #path stays the engine\'s'() {
        when:
        def answer = server.caller.get(path)

        then:
        answer.status == status
        answer.text != 'start'

        where:
        path               | status
        '/api/auth/me'     | 401
        '/api'             | 401
        '/health/live'     | 200
        '/assets/other.js' | 404
    }

    def 'nobody writes to a page'() {
        expect:
        server.caller.post('/crm/customer').status in [404, 405]
    }
}
