package io.armature.engine.web

/** Administrators who act in another's name. */
class ActingSpec extends SigningInSpecification {
    def 'an administrator acts in a name, with both names in the trail, and never upwards'() {
        given:
        user('joe')
        user('kim', [roles: ['administrator']])

        when:
        def answer = administrator.post('/api/auth/impersonate', [username: 'joe'])
        def joe = caller.withToken(answer.json.accessToken as String)

        then:
        answer.status == 200
        answer.header('Set-Cookie').startsWith('armature_impersonation=')
        joe.get('/api/auth/me').json.username == 'joe'
        joe.get('/api/shop/article').status == 403
        with(trail('impersonate').last()) {
            actor == sql.firstRow('select id from tenant_main."sys$user" where username = \'joe\'').id
            real_actor == sql.firstRow('select id from tenant_main."sys$user" where username = \'admin\'').id
        }

        and: 'what is his alone stays so'
        joe.post('/api/auth/tokens', [name: 'x']).status == 403
        joe.post('/api/auth/otp').status == 403
        joe.post('/api/auth/password', [password: PASSWORD, newPassword: 'a new and long one']).status == 403
        caller.post('/api/auth/refresh', [refreshToken: answer.json.refreshToken]).status == 401

        and: 'nobody acts as an administrator, or without being one'
        administrator.post('/api/auth/impersonate', [username: 'kim']).status == 403
        signedIn('joe').post('/api/auth/impersonate', [username: 'joe']).status == 403
    }

    def 'acting in a name ends, by itself and with its administrator'() {
        given:
        user('lea')
        user('max', [roles: ['administrator']])
        def max = signedIn('max')
        def act = { caller.withToken(max.post('/api/auth/impersonate', [username: 'lea']).json.accessToken as String) }

        when:
        def lea = act()

        then:
        lea.delete('/api/auth/impersonate').status == 204
        me(lea) == 401
        me(max) == 200
        max.delete('/api/auth/impersonate').status == 403

        when:
        lea = act()
        max.delete('/api/auth/sessions')

        then:
        me(lea) == 401
    }

    def 'who acts in a name lends none of its rights: they would outlast the hour'() {
        given:
        user('oda')
        user('pat')
        def pat = sql.firstRow('select id from tenant_main."sys$user" where username = \'pat\'').id
        def oda = caller.withToken(administrator.post('/api/auth/impersonate', [username: 'oda']).json.accessToken as String)

        expect:
        oda.post('/api/access/delegations', [delegate: pat, until: '2100-01-01']).status == 403
        signedIn('oda').post('/api/access/delegations', [delegate: pat, until: '2100-01-01']).status == 201
    }

    def 'what the caller program calls itself does no harm'() {
        given:
        user('ned')

        when:
        def answer = caller.with('User-Agent': "<script>\t'; drop table x; --${'z' * 5000}".toString())
            .post('/api/auth/login', [username: 'ned', password: PASSWORD])

        then:
        answer.status == 200
        sql.firstRow('select max(length(user_agent)) as longest from tenant_main."sys$session"').longest <= 300
    }
}
