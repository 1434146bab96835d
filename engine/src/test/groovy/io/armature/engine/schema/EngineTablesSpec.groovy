package io.armature.engine.schema

import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack

/** What packs add to the records that the engine keeps itself. */
class EngineTablesSpec extends ServerSpecification {
    private Map upload(int minor, String field) {
        def archive = ShopPack.archive(minor, ['extensions/user.yaml': "extend: sys.user\nfields:\n  $field\n".toString()])
        administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', archive).json as Map
    }

    def 'a list of links is kept in a table of its own'() {
        given:
        assert administrator.post('/api/packs/install', [packs: [upload(1, 'favourites: { type: links, to: shop.article }').digest]]).status == 200
        def article = administrator.post('/api/shop/article', [code: 'a', name: 'A']).json.id
        def me = administrator.get('/api/auth/me').json.id

        when:
        def answer = administrator.patch("/api/sys/user/$me", [favourites: [article]])

        then:
        answer.status == 200
        administrator.get("/api/sys/user/$me?fields=id,favourites(name)").json.favourites*.name == ['A']
        administrator.get('/api/sys/user?filter=' + URLEncoder.encode("any(favourites, name == 'A')", 'UTF-8')).json.data*.id == [me]
    }

    def 'a field that would need a column is refused with what to do instead, and nothing changes'() {
        when:
        def answer = administrator.post('/api/packs/install', [packs: [upload(2, 'shoe_size: { type: integer }').digest]])

        then:
        answer.status == 422
        answer.json.toString().contains('AR-638')
        administrator.get('/api/sys/user').status == 200
    }

    def 'a field that is computed needs none'() {
        when:
        def answer = administrator.post('/api/packs/install', [packs: [upload(3, 'favourites: { type: links, to: shop.article }\n  shouted: { type: text, formula: "upper(name)" }').digest]])

        then:
        answer.status == 200
        administrator.get('/api/sys/user?fields=shouted').json.data*.shouted.every { it == it.toUpperCase() }
    }
}
