package io.armature.engine.web

import io.armature.engine.testing.TestServer

/** Tokens for programs: what they may, and for how long. */
class TokenScopesSpec extends SigningInSpecification {
    def 'a token of the scopes #scopes does #what: #status'() {
        given:
        def made = administrator.post('/api/auth/tokens', [name: 'scoped', scopes: scopes])
        assert made.status == 201
        def program = caller.withToken(made.json.token as String)

        expect:
        program.call(method, path, body).status == status

        where:
        scopes                 | method  | path                            | body                     || status
        ['read']               | 'GET'   | '/api/shop/article'             | null                     || 200
        ['read']               | 'POST'  | '/api/shop/article'             | [code: 's1', name: 'S']  || 403
        ['read']               | 'POST'  | '/api/shop/article/query'       | [limit: 1]               || 200
        ['read']               | 'POST'  | '/api/shop/article/export'      | [format: 'csv']          || 200
        ['read']               | 'POST'  | '/api/shop/query'               | [code: 's1', name: 'S']  || 403
        ['read:shop']          | 'GET'   | '/api/shop/article'             | null                     || 200
        ['read:shop']          | 'GET'   | '/api/sys/user'                 | null                     || 403
        ['read:shop.article']  | 'GET'   | '/api/shop/article'             | null                     || 200
        ['read:shop.article']  | 'GET'   | '/api/sys/role'                 | null                     || 403
        ['write:shop.article'] | 'POST'  | '/api/shop/article'             | [code: 's2', name: 'S']  || 201
        ['write:shop.article'] | 'GET'   | '/api/shop/article'             | null                     || 200
        ['write:sys.role']     | 'POST'  | '/api/shop/article'             | [code: 's3', name: 'S']  || 403
        ['read', 'write']      | 'GET'   | '/api/auth/users'               | null                     || 403
        ['write']              | 'POST'  | '/api/auth/tokens'              | [name: 'more']           || 403
        ['write']              | 'POST'  | '/api/packs/plan'               | [:]                      || 403
        ['write']              | 'POST'  | '/api/auth/password'            | [password: 'x', newPassword: 'y'] || 403
        ['read']               | 'GET'   | '/api/audit/verify'             | null                     || 403
        ['write']              | 'POST'  | '/api/audit/seal'               | [:]                      || 403
        ['write']              | 'POST'  | '/api/vault/rotate'             | [:]                      || 403
        ['read', 'write']      | 'GET'   | '/api/people/sys/user/00000000-0000-0000-0000-000000000001' | null || 403
        ['read']               | 'GET'   | '/api/auth/me'                  | null                     || 200
        ['read']               | 'PATCH' | '/api/auth/me'                  | [theme: 'dark']          || 403
        []                     | 'GET'   | '/api/auth/users'               | null                     || 200
        what = "$method $path"
    }

    def 'links lead a token no further than its scopes'() {
        given:
        administrator.post('/api/shop/article', [code: 'linked', name: 'Linked'])
        def made = administrator.post('/api/auth/tokens', [name: 'scoped', scopes: ['read:shop.article']]).json
        def answer = caller.withToken(made.token as String).get("/api/shop/article?filter=code=='linked'&fields=code,owner(username,email)")

        expect:
        administrator.get("/api/shop/article?filter=code=='linked'&fields=code,owner(username)").text.contains('admin')
        !answer.text.contains('admin')
    }

    def 'tokens: #what is refused'() {
        expect:
        administrator.post('/api/auth/tokens', order).status == status

        where:
        what            | order                                || status
        'no scope'      | [name: 'x', scopes: ['everything']]  || 422
        'no time'       | [name: 'x', expiresAt: 'tomorrow']   || 422
        'a past of days'| [name: 'x', days: 0]                 || 422
        'nobody'        | [name: 'x', username: 'nobody']      || 422
    }

    def 'a token stops when its time is over; a user has tokens of his own only'() {
        given:
        user('fay')
        def fay = signedIn('fay')
        def token = fay.post('/api/auth/tokens', [name: 'mine', days: 1]).json
        assert me(caller.withToken(token.token as String)) == 200

        expect:
        fay.get('/api/auth/tokens').json.data*.name == ['mine']
        fay.get('/api/auth/tokens?all=true').status == 403
        fay.post('/api/auth/tokens', [name: 'x', username: 'admin']).status == 403
        administrator.get('/api/auth/tokens?username=fay').json.data*.name == ['mine']

        when:
        sql.execute('update tenant_main."sys$token" set expires_at = now() - interval \'1 second\' where id = ?::uuid', [token.id])
        def again = new TestServer(server.database)

        then:
        again.caller.withToken(token.token as String).get('/api/auth/me').status == 401

        cleanup:
        again.close()
    }
}
