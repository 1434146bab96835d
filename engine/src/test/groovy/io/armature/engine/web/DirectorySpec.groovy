package io.armature.engine.web

import spock.lang.TempDir
import java.nio.file.Path
import com.unboundid.ldap.listener.InMemoryDirectoryServer
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig
import com.unboundid.ldap.listener.InMemoryListenerConfig
import com.unboundid.ldap.sdk.OperationType
import com.unboundid.util.ssl.KeyStoreKeyManager
import com.unboundid.util.ssl.SSLUtil
import groovy.sql.Sql
import io.armature.engine.testing.Answer
import io.armature.engine.testing.TestServer
import java.security.KeyStore
import java.util.concurrent.CopyOnWriteArrayList
import java.util.logging.LogRecord
import java.util.logging.StreamHandler
import spock.lang.Shared
import spock.lang.Specification

/** Signing in with the password of a directory, over LDAP. */
class DirectorySpec extends Specification {
    @Shared @TempDir Path folder
    private static final String PASSWORD = 'a long enough one'
    @Shared InMemoryDirectoryServer directory
    @Shared TestServer server = new TestServer([ARMATURE_PRIVATE_PEERS: 'true'])
    @Shared List<String> operations = new CopyOnWriteArrayList<>()
    @Shared String certificates = ''
    @Shared String id

    def setupSpec() {
        def right = ssl('localhost')
        def wrong = ssl('other.example')
        def config = new InMemoryDirectoryServerConfig('dc=example,dc=org')
        config.addAdditionalBindCredentials('cn=reader,dc=example,dc=org', 'reading')
        config.setAccessLogHandler(new StreamHandler() {
            @Override
            void publish(LogRecord line) {
                (line.message =~ /\b(BIND|SEARCH) REQUEST/).each { operations << it[1] }
            }
        })
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH)
        config.setListenerConfigs(
            InMemoryListenerConfig.createLDAPConfig('ldap', null, 0, right.createSSLSocketFactory()),
            InMemoryListenerConfig.createLDAPSConfig('ldaps', null, 0, right.createSSLServerSocketFactory(), null),
            InMemoryListenerConfig.createLDAPSConfig('wrong', null, 0, wrong.createSSLServerSocketFactory(), null))
        directory = new InMemoryDirectoryServer(config)
        directory.startListening()
        add('dc=example,dc=org', 'objectClass: top', 'objectClass: domain', 'dc: example')
        add('ou=people,dc=example,dc=org', 'objectClass: organizationalUnit', 'ou: people')
        add('ou=groups,dc=example,dc=org', 'objectClass: organizationalUnit', 'ou: groups')
        ['ada', 'bob', 'cyd', 'admin'].each {
            add("uid=$it,ou=people,dc=example,dc=org", 'objectClass: inetOrgPerson', "uid: $it", "cn: ${it.capitalize()} of the directory", 'sn: X', "mail: $it@example.org", "userPassword: $PASSWORD")
        }
        add('cn=bosses,ou=groups,dc=example,dc=org', 'objectClass: groupOfNames', 'cn: bosses', 'member: uid=ada,ou=people,dc=example,dc=org')
        add('cn=others,ou=groups,dc=example,dc=org', 'objectClass: groupOfNames', 'cn: others', 'member: uid=bob,ou=people,dc=example,dc=org')
        def answer = server.administrator.post('/api/sys/directory', [
            name: 'office', title: 'Office', url: "ldap://localhost:${directory.getListenPort('ldap')}".toString(), certificates: certificates,
            bind_dn: 'cn=reader,dc=example,dc=org', bind_password: 'reading', base_dn: 'ou=people,dc=example,dc=org', user_filter: '(uid={0})',
            group_base_dn: 'ou=groups,dc=example,dc=org', role_map: [bosses: ['administrator']], default_roles: ['guest']])
        assert answer.status == 201
        id = answer.json.id
    }

    def cleanupSpec() {
        server.close()
        directory.shutDown(true)
    }

    def setup() {
        new Sql(server.database).execute('delete from tenant_main."sys$attempt"')
    }

    /** The end of a directory at a host, whose certificate is one of those that are believed. */
    private SSLUtil ssl(String host) {
        def file = folder.resolve("${UUID.randomUUID()}.p12").toFile()
        def keytool = ["${System.getProperty('java.home')}/bin/keytool", '-genkeypair', '-alias', 'directory', '-keyalg', 'EC', '-dname', "CN=$host",
                       '-ext', "SAN=dns:$host", '-keystore', file.path, '-storetype', 'PKCS12', '-storepass', 'for the spec'].execute()
        assert keytool.waitFor() == 0
        def store = KeyStore.getInstance('PKCS12')
        file.withInputStream { store.load(it, 'for the spec'.toCharArray()) }
        certificates += '-----BEGIN CERTIFICATE-----\n' + Base64.mimeEncoder.encodeToString(store.getCertificate('directory').encoded) + '\n-----END CERTIFICATE-----\n'
        new SSLUtil(new KeyStoreKeyManager(file, 'for the spec'.toCharArray(), 'PKCS12', null), null)
    }

    private void add(String dn, String... lines) {
        directory.add((["dn: $dn".toString()] + (lines as List)) as String[])
    }

    private Answer login(String name, String password = PASSWORD) {
        server.caller.post('/api/auth/login', [username: name, password: password])
    }

    private void change(Map fields) {
        assert server.administrator.patch("/api/sys/directory/$id", fields).status == 200
    }

    def 'a user of the directory signs in by #how, and his groups give him roles'() {
        given:
        change(url: url(directory), start_tls: tls)

        when:
        def answer = login('ada')

        then:
        answer.status == 200
        answer.json.user.name == 'Ada of the directory'
        answer.json.user.roles as Set == ['administrator', 'guest'] as Set
        login('bob').json.user.roles == ['guest']

        cleanup:
        change(url: "ldap://localhost:${directory.getListenPort('ldap')}".toString(), start_tls: true)

        where:
        how         | tls   | url
        'StartTLS'  | true  | { "ldap://localhost:${it.getListenPort('ldap')}".toString() }
        'LDAPS'     | false | { "ldaps://localhost:${it.getListenPort('ldaps')}".toString() }
        'plain LDAP, which the operator allows inside' | false | { "ldap://localhost:${it.getListenPort('ldap')}".toString() }
    }

    def 'roles follow the groups with the next sign-in'() {
        given:
        assert login('ada').json.user.roles.contains('administrator')

        when:
        directory.modify('dn: cn=bosses,ou=groups,dc=example,dc=org', 'changetype: modify', 'replace: member', 'member: uid=cyd,ou=people,dc=example,dc=org')

        then:
        login('ada').json.user.roles == ['guest']
        login('cyd').json.user.roles as Set == ['administrator', 'guest'] as Set
    }

    def 'the name #name with the password #password is refused'() {
        expect:
        with(login(name, password)) { status == 401 && json.code == 'AR-301' }

        where:
        name                | password
        'ada'               | 'wrong horse'
        'nobody'            | PASSWORD
        '*'                 | PASSWORD
        'ada)(uid=*'        | PASSWORD
        'a*'                | PASSWORD
        '*)(objectClass=*)' | PASSWORD
        'admin'             | PASSWORD
    }

    def 'no password is no password'() {
        expect:
        login('ada', '').status == 422
        login('ada', ' ').status in [401, 422]
    }

    def 'a certificate of another host is not believed'() {
        given:
        change(url: "ldaps://localhost:${directory.getListenPort('wrong')}".toString())

        expect:
        login('bob').status == 401

        cleanup:
        change(url: "ldap://localhost:${directory.getListenPort('ldap')}".toString())
    }

    def 'a certificate that nobody vouches for is not believed'() {
        given:
        change(certificates: null)

        expect:
        login('bob').status == 401

        cleanup:
        change(certificates: certificates)
    }

    def 'a user of the directory has no password to change here'() {
        given:
        def bob = server.caller.withToken(login('bob').json.accessToken as String)

        expect:
        bob.post('/api/auth/password', [password: PASSWORD, newPassword: 'another long one']).status == 403
        login('bob', 'another long one').status == 401
    }

    def 'when the directory is away, users of our own sign in still'() {
        given:
        change(url: 'ldap://localhost:1')

        expect:
        login('bob').status == 401
        login('admin', TestServer.PASSWORD).status == 200

        cleanup:
        change(url: "ldap://localhost:${directory.getListenPort('ldap')}".toString())
    }

    def 'of somebody who is not there the directory is asked the same, so that time tells nothing'() {
        when:
        def known = asked { login('ada', 'wrong horse') }
        def unknown = asked { login('nobody', 'wrong horse') }

        then:
        known == unknown
        known.count('BIND') == 2
    }

    private List<String> asked(Closure work) {
        operations.clear()
        assert work().status == 401
        List.copyOf(operations)
    }
}
