package io.armature.engine.web

import io.armature.engine.testing.ServerSpecification
import io.armature.metadata.archive.ArchiveWriter

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

    def 'an entry of the menu has an icon of its own, else that of the view it opens, else that of its entity'() {
        given:
        def files = [
            'pack.yaml'         : 'pack: shop\nversion: 1.0.0\ntitle: Shop\nengine: ">=0.1"\n',
            'entities/item.yaml': 'title: Item\nicon: product\nlabel: name\nfields: { name: text, kind: { type: choice, options: [a, b] } }\n',
            'views/board.yaml'  : 'kind: kanban\nentity: item\nicon: flag\ncolumn: kind\n',
            'menus/shop.yaml'   : """\
                items:
                  - { name: own, entity: shop.item, view: board, icon: calendar }
                  - { name: board, entity: shop.item, view: board }
                  - { name: items, entity: shop.item }
                """.stripIndent(),
        ].collectEntries { path, text -> [path, text.getBytes('UTF-8')] } as Map<String, byte[]>
        def digest = administrator.with('Content-Type': 'application/zip').call('POST', '/api/packs', new ArchiveWriter().write(files, Optional.empty())).json.digest
        assert administrator.post('/api/packs/install', [packs: [digest]]).status == 200

        expect:
        administrator.get('/api/screens/menu').json.menus.find { it.pack == 'shop' }.items*.icon == ['calendar', 'flag', 'product']
    }
}
