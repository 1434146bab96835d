package io.armature.engine.web

import io.armature.engine.testing.ServerSpecification

/** Screens over REST, on a node without packs of its own. */
class ScreenControllerSpec extends ServerSpecification {

    def 'the menu is for people who signed in'() {
        expect:
        caller.get('/api/screens/menu').status == 401
        administrator.get('/api/screens/menu').status == 200
    }

    def 'the menu says its language'() {
        when:
        def answer = administrator.with('Accept-Language': 'fr').get('/api/screens/menu')

        then:
        answer.json.locale == 'fr'
        answer.json.menus instanceof List
        answer.header('Vary').contains('Accept-Language')
    }

    def 'a screen of #what is not found'() {
        when:
        def answer = administrator.get(path)

        then:
        answer.status == 404
        answer.json.code == 'AR-101'

        where:
        what                | path
        'an unknown entity' | '/api/screens/no/such/form'
        'an odd name'       | '/api/screens/a%22b/c/form'
    }
}
