package io.armature.engine.testing

class ServerSpecificationSpec extends ServerSpecification {
    def 'an answer carries status, headers and JSON'() {
        expect:
        with(administrator.get('/api/auth/me')) {
            status == 200
            header('Content-Type') == 'application/json'
            json.username == 'admin'
        }
    }

    def 'an error is an answer'() {
        expect:
        caller.with('X-Tenant': 'nobody').post('/api/auth/login').status == 404
    }
}
