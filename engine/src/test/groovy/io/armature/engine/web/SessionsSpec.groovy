package io.armature.engine.web

import io.armature.engine.testing.TestServer
import spock.util.concurrent.PollingConditions

/** Sessions and passwords: how they begin, go on and end. */
class SessionsSpec extends SigningInSpecification {
    def 'a refresh token that was spent ends the session, for every token of it and on every node'() {
        given:
        user('ada')
        def first = login('ada').json
        def second = caller.post('/api/auth/refresh', [refreshToken: first.refreshToken]).json
        def who = caller.withToken(second.accessToken as String)
        def node = new TestServer(server.database)
        assert me(who) == 200
        assert node.caller.with(who.headers).get('/api/auth/me').status == 200

        when:
        def reused = caller.post('/api/auth/refresh', [refreshToken: first.refreshToken])

        then:
        reused.status == 401
        me(who) == 401
        caller.post('/api/auth/refresh', [refreshToken: second.refreshToken]).status == 401
        new PollingConditions(timeout: 2).eventually {
            assert node.caller.with(who.headers).get('/api/auth/me').status == 401
        }
        trail('refresh_reused').size() == 1

        cleanup:
        node.close()
    }

    def 'a refresh token of #what is refused'() {
        expect:
        caller.with(headers).post('/api/auth/refresh', [refreshToken: token]).status == 401

        where:
        what         | headers | token
        'nobody'     | [:]     | 'AAAA'
        'no form'    | [:]     | '*%&'
        'made up id' | [:]     | Base64.urlEncoder.withoutPadding().encodeToString(new byte[80])
    }

    def 'sessions are listed without secrets, and ended one by one or all at once'() {
        given:
        user('bob')
        def here = signedIn('bob')
        def there = signedIn('bob')
        def other = caller.with('User-Agent': 'Reader 1.0').post('/api/auth/login', [username: 'bob', password: PASSWORD])

        when:
        def list = here.get('/api/auth/sessions').json.data

        then:
        list.size() == 3
        list.count { it.current } == 1
        list*.address.unique() == ['127.0.0.1']
        list.any { it.userAgent == 'Reader 1.0' }

        when:
        def reader = list.find { it.userAgent == 'Reader 1.0' }
        assert here.delete("/api/auth/sessions/$reader.id").status == 204

        then:
        me(caller.withToken(other.json.accessToken as String)) == 401
        me(there) == 200

        and: 'nobody ends those of others'
        administrator.delete("/api/auth/sessions/${list.find { it.current }.id}").status == 404

        when:
        here.delete('/api/auth/sessions?others=true')

        then:
        me(here) == 200
        me(there) == 401

        when:
        here.delete('/api/auth/sessions')

        then:
        me(here) == 401
    }

    def 'a user changes his password with the old one, and stays signed in only here'() {
        given:
        user('cyd')
        def here = signedIn('cyd')
        def there = signedIn('cyd')

        expect:
        here.post('/api/auth/password', [password: 'not the old one', newPassword: 'a new and long one']).status == 401
        here.post('/api/auth/password', [password: PASSWORD, newPassword: 'short']).status == 422
        here.post('/api/auth/password', [password: PASSWORD, newPassword: 'a new and long one']).status == 204
        me(here) == 200
        me(there) == 401
        login('cyd').status == 401
        login('cyd', 'a new and long one').status == 200
    }

    def 'a password written over REST, or a user put to rest, ends his sessions'() {
        given:
        user('dan')
        def who = signedIn('dan')
        def id = who.get('/api/auth/me').json.id

        when:
        administrator.patch("/api/sys/user/$id", change)

        then:
        me(who) == 401
        login('dan').status == 401

        cleanup:
        administrator.delete("/api/sys/user/$id")

        where:
        change << [[password: 'quite another one'], [active: false]]
    }

    def 'the password #password is refused: #why'() {
        when:
        def answer = administrator.post('/api/auth/users', [username: 'charlotte', password: password])

        then:
        answer.status == 422
        answer.json.code == code
        administrator.post('/api/sys/user', [username: 'charlotte', name: 'C', password: password]).status == (why == 'the name' ? 201 : 422)

        cleanup:
        sql.execute("delete from tenant_main.\"sys\$user\" where username = 'charlotte'")

        where:
        password         | why             || code
        'seven77'        | 'too short'     || 'AR-403'
        'x' * 201        | 'too long'      || 'AR-403'
        'Password2026!'  | 'common'        || 'AR-324'
        'p4$$w0rd'       | 'disguised'     || 'AR-324'
        'MotDePasse1'    | 'French'        || 'AR-324'
        '123456789'      | 'a run'         || 'AR-324'
        'qwertyuiop'     | 'a row of keys' || 'AR-324'
        'aaaaaaaabbbb'   | 'few letters'   || 'AR-324'
        'Charlotte1!'    | 'the name'      || 'AR-324'
    }

    def 'a tenant asks for longer passwords'() {
        given:
        def policy = administrator.get('/api/sys/sign_in_policy').json.data.first()
        administrator.patch("/api/sys/sign_in_policy/$policy.id", [password_length: 20])

        expect:
        administrator.post('/api/auth/users', [username: 'eve', password: 'a long enough one']).json.code == 'AR-403'
        administrator.post('/api/auth/users', [username: 'eve', password: 'a really long enough one']).status == 201

        cleanup:
        administrator.patch("/api/sys/sign_in_policy/$policy.id", [password_length: 8])
    }
}
