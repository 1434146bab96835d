package io.armature.engine.web

import io.armature.engine.testing.ServerSpecification

class MetaControllerSpec extends ServerSpecification {
    def 'entities tell what they are'() {
        expect:
        administrator.get('/api/meta/entities').json.data*.name.contains('sys.user')
        with(administrator.get('/api/meta/entities/sys.user').json) {
            name == 'sys.user'
            fields.find { it.name == 'username' }.type == 'text'
        }
        administrator.get('/api/meta/entities/sys.usr').status == 404
    }

    def 'every kind has a JSON Schema'() {
        expect:
        administrator.get("/api/meta/schemas/${kind}.json").json['$schema'].contains('2020-12')

        where:
        kind << ['pack', 'entity', 'extension', 'view', 'workflow', 'role', 'report']
    }

    def 'a schema of no kind is not found, wherever the name leads'() {
        expect:
        administrator.get('/api/meta/schemas/..%2F..%2Flogback.json').status in [400, 404]
        administrator.get('/api/meta/schemas/nothing.json').status == 404
    }

    def 'definitions are checked without being installed'() {
        given:
        def pack = ['pack.yaml': 'pack: shop\nversion: 1.0.0\ntitle: Shop\nengine: "*"\n']
        def check = { Map files -> administrator.post('/api/meta/check', [files: pack + files]).json }

        expect:
        check(['entities/a.yaml': 'title: A\nlabel: name\nfields:\n  name: { type: text }\n']).sound
        with(check(['entities/a.yaml': 'title: A\nfields:\n  b: { type: link, to: shop.b }\n'])) {
            !sound
            problems.any { it.code == 'AR-210' && it.file == 'entities/a.yaml' && it.line == 3 }
        }
        !administrator.get('/api/meta/entities').json.data*.name.contains('shop.a')
    }

    def 'an expression is checked, and comes back as a typed tree'() {
        given:
        def check = { Map asked -> administrator.post('/api/meta/expressions/check', asked).json }

        expect:
        with(check(entity: 'sys.user', expression: 'active && username != "x"')) {
            sound
            expression
        }
        with(check(entity: 'sys.user', expression: 'activ && true')) {
            !sound
            problems.first().code == 'AR-232'
            problems.first().hint.contains('active')
        }
    }
}
