package io.armature.metadata.diff

import io.armature.metadata.definition.Node
import io.armature.metadata.problem.Problems
import io.armature.metadata.read.NodeJson
import io.armature.metadata.read.NodeReader
import spock.lang.Specification

class ThreeWayMergeSpec extends Specification {

    def '#what'() {
        given:
        def result = merge(base, ours, theirs)

        expect:
        yaml(result.tree()) == json(merged)
        result.conflicts()*.path() == conflicts

        where:
        what                                       | base                       | ours                             | theirs                      || merged                           | conflicts
        'what only we changed is kept'             | 'a: 1'                     | 'a: 2'                           | 'a: 1'                      || 'a: 2'                           | []
        'what only they changed is taken'          | 'a: 1'                     | 'a: 1'                           | 'a: 3'                      || 'a: 3'                           | []
        'what both changed alike is taken'         | 'a: 1'                     | 'a: 2'                           | 'a: 2.0'                    || 'a: 2'                           | []
        'what both changed differently conflicts'  | 'a: 1'                     | 'a: 2'                           | 'a: 3'                      || 'a: 2'                           | ['a']
        'each property is merged by itself'        | 'f: { x: 1, y: 1 }'        | 'f: { x: 2, y: 1 }'              | 'f: { x: 1, y: 2 }'         || 'f: { x: 2, y: 2 }'              | []
        'a conflict names the property only'       | 'f: { x: 1, y: 1 }'        | 'f: { x: 2, y: 2 }'              | 'f: { x: 3, y: 1 }'         || 'f: { x: 2, y: 2 }'              | ['f.x']
        'what we added stays'                      | 'f: { a: 1 }'              | 'f: { a: 1, b: 2 }'              | 'f: { a: 3 }'               || 'f: { a: 3, b: 2 }'              | []
        'what both added alike is one'             | 'f: {}'                    | 'f: { b: { x: 1 } }'             | 'f: { b: { x: 1 } }'        || 'f: { b: { x: 1 } }'             | []
        'what both added differently conflicts'    | 'f: {}'                    | 'f: { b: { x: 1 } }'             | 'f: { b: { x: 2, y: 1 } }'  || 'f: { b: { x: 1, y: 1 } }'       | ['f.b.x']
        'what they removed goes'                   | 'f: { a: 1, b: 2 }'        | 'f: { a: 1, b: 2 }'              | 'f: { b: 2 }'               || 'f: { b: 2 }'                    | []
        'what they removed and we changed'         | 'a: 1\nb: 1'               | 'a: 2\nb: 1'                     | 'b: 1'                      || 'a: 2\nb: 1'                     | ['a']
        'what we removed and they changed'         | 'a: 1\nb: 1'               | 'b: 1'                           | 'a: 2\nb: 1'                || 'b: 1'                           | ['a']
        'lists of names are merged as such'        | 'l: [a, b]'                | 'l: [a, x, b]'                   | 'l: [a, b, c]'              || 'l: [a, x, b, c]'                | []
        'named items are merged inside'            | 'l: [{ name: a, w: 1 }]'   | 'l: [{ name: a, w: 2 }]'         | 'l: [{ name: a, w: 1, v: 3 }, { name: b }]' || 'l: [{ name: a, w: 2, v: 3 }, { name: b }]' | []
        'lists without names are one value'        | 'l: [[a]]'                 | 'l: [[a], [b]]'                  | 'l: [[a], [c]]'             || 'l: [[a], [b]]'                  | ['l']
        'a list that is no list any more'          | 'l: [a]'                   | 'l: [a, b]'                      | 'l: a'                      || 'l: [a, b]'                      | ['l']
    }

    def 'a decision settles its conflict as long as both sides say the same'() {
        given:
        def conflict = merge('a: 1', 'a: 2', 'a: 3').conflicts().first()
        def edited = Decision.edit(conflict, Optional.of(read('v: 9').entries().v))

        expect:
        yaml(merge('a: 1', 'a: 2', 'a: 3', [a: decision]).tree()) == json(settled)
        merge('a: 1', 'a: 2', 'a: 3', [a: decision]).conflicts().empty
        merge('a: 1', 'a: 2', 'a: 4', [a: decision]).conflicts()*.path() == ['a']

        where:
        choice << ['keep', 'take']
        settled << ['a: 2', 'a: 3']
        decision = Decision."$choice"(merge('a: 1', 'a: 2', 'a: 3').conflicts().first())
    }

    def 'a decision may be another value, or none'() {
        given:
        def conflict = merge('a: 1', 'a: 2', 'a: 3').conflicts().first()

        expect:
        yaml(merge('a: 1', 'a: 2', 'a: 3', [a: Decision.edit(conflict, Optional.of(read('v: 9').entries().v))]).tree()) == json('a: 9')
        yaml(merge('a: 1', 'a: 2', 'a: 3', [a: Decision.edit(conflict, Optional.empty())]).tree()) == json('{}')
    }

    def 'a merge with an unchanged side is the other side (seed #seed)'() {
        given:
        def random = new Random(seed)

        expect:
        (1..500).every {
            def base = tree(random, 0)
            def other = tree(random, 0)
            assert Nodes.same(ThreeWayMerge.merge(base, base, other, [:]).tree(), other)
            assert Nodes.same(ThreeWayMerge.merge(base, other, base, [:]).tree(), other)
            assert Nodes.same(ThreeWayMerge.merge(base, other, other, [:]).tree(), other)
            def third = tree(random, 0)
            def left = ThreeWayMerge.merge(base, other, third, [:])
            def right = ThreeWayMerge.merge(base, third, other, [:])
            assert left.conflicts()*.path().toSet() == right.conflicts()*.path().toSet()
            def decisions = left.conflicts().collectEntries { [it.path(), Decision.keep(it)] }
            assert ThreeWayMerge.merge(base, other, third, decisions).conflicts().empty
            true
        }

        where:
        seed << [1L, 2L, System.nanoTime()]
    }

    private static Node.MapNode tree(Random random, int depth) {
        def entries = new LinkedHashMap<String, Node>()
        'abcd'.each { key ->
            if (random.nextInt(3) > 0) {
                entries[key] = depth < 3 && random.nextInt(3) == 0 ? tree(random, depth + 1)
                    : random.nextInt(4) == 0 ? read("x: [${'pqr'.findAll { random.nextBoolean() }.join(', ')}]").entries().x
                    : read("x: ${random.nextInt(3)}").entries().x
            }
        }
        Node.MapNode.of(entries)
    }

    private static ThreeWayMerge.Result merge(String base, String ours, String theirs, Map<String, Decision> decisions = [:]) {
        ThreeWayMerge.merge(read(base), read(ours), read(theirs), decisions)
    }

    private static Node.MapNode read(String yaml) {
        (Node.MapNode) NodeReader.read('x.yaml', yaml.bytes, new Problems()).get()
    }

    private static Object json(String yaml) { NodeJson.of(read(yaml)) }

    private static Object yaml(Node node) { NodeJson.of(node) }
}
