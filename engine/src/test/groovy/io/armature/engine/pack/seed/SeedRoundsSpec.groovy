package io.armature.engine.pack.seed

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import io.armature.testing.Models
import spock.lang.Shared
import spock.lang.Specification

class SeedRoundsSpec extends Specification {
    static final ObjectMapper JSON = new ObjectMapper()

    @Shared model = Models.of('shop', [
        'entities/account.yaml': '''
            label: name
            key: [code]
            fields:
              code:   { type: text, unique: true }
              name:   { type: text }
              parent: { type: link, to: shop.account }
              lot:    { type: link, to: shop.lot }
            '''.stripIndent(),
        'entities/lot.yaml': '''
            label: name
            key: [name]
            fields: { name: { type: text, unique: true } }
            '''.stripIndent()])

    private List<List<String>> rounds(String entity, List<Map> rows) {
        def key = model.require(entity).key().first()
        SeedRounds.of(model.require(entity), rows.collect {
            new SeedRow('data/x.yaml:1', [(key): it[key]], JSON.valueToTree(it) as ObjectNode, [:])
        }).collect { round -> round.collect { it.values().path(key).asText() } }
    }

    def 'rows go together until one may mean another of its round: #what'() {
        expect:
        rounds('shop.account', rows) == expected

        where:
        what                   | rows                                                                                  || expected
        'no links'             | [[code: '1'], [code: '2'], [code: '3']]                                               || [['1', '2', '3']]
        'a tree, level by level' | [[code: '1'], [code: '2'], [code: '1a', parent: [code: '1']], [code: '2a', parent: [code: '2']]] || [['1', '2'], ['1a', '2a']]
        'a link by another key' | [[code: '1', external_id: 'x'], [code: '2', parent: [external_id: 'x']]]              || [['1'], ['2']]
        'a chain'              | [[code: '1'], [code: '2', parent: '1'], [code: '3', parent: '2']]                     || [['1'], ['2'], ['3']]
        'a link elsewhere'     | [[code: '1', lot: [name: 'a']], [code: '2', lot: [name: 'a']]]                        || [['1', '2']]
        'the same row again'   | [[code: '1'], [code: '2'], [code: '1', name: 'again']]                                || [['1', '2'], ['1']]
        'no row'               | []                                                                                    || []
    }

    def 'long files are cut, whatever they hold'() {
        expect:
        rounds('shop.lot', (1..1_001).collect { [name: "l$it"] })*.size() == [500, 500, 1]
    }
}
