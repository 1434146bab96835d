package io.armature.metadata.read

import io.armature.metadata.definition.Node
import io.armature.metadata.problem.Problems
import spock.lang.Specification
import spock.lang.Timeout

class NodeReaderSpec extends Specification {
    Problems problems = new Problems()

    def 'YAML and JSON give the same tree'() {
        expect:
        plain(read('x.yaml', 'a: { b: [1, 2.50, true, null, "x"] }')) ==
            plain(read('x.json', '{"a": {"b": [1, 2.50, true, null, "x"]}}'))
        problems.empty
    }

    def 'the plain scalar #text is #value'() {
        expect:
        plain(read('x.yaml', "a: $text")).a == value

        where:
        text           || value
        'no'           || 'no'
        'on'           || 'on'
        'Yes'          || 'Yes'
        'true'         || true
        '~'            || null
        '12'           || 12G
        '1.50'         || 1.50G
        '1e3'          || 1000G
        '007'          || '007'
        '1.2.0'        || '1.2.0'
        '2026-01-31'   || '2026-01-31'
        '12:30'        || '12:30'
        '0x1F'         || '0x1F'
        '.inf'         || '.inf'
        '"12"'         || '12'
        "'true'"       || 'true'
    }

    def 'every key and value knows where it stands'() {
        when:
        def root = read('f.yaml', 'title: X\nfields:\n  name: { type: text, max: 20 }\n')
        def name = root.entries().fields.entries().name

        then:
        root.keyPosition('fields').toString() == 'f.yaml:2:1'
        name.keyPosition('max').toString() == 'f.yaml:3:23'
        name.entries().max.position().toString() == 'f.yaml:3:28'

        when:
        root = read('f.json', '{"title": "X",\n "fields": {"name": 1}}')

        then:
        root.keyPosition('fields').toString() == 'f.json:2:2'
        root.entries().fields.entries().name.position().toString() == 'f.json:2:21'
    }

    def '#text is refused with #code at #place'() {
        when:
        read(text.startsWith('{') ? 'x.json' : 'x.yaml', text)

        then:
        problems.sorted().collect { [it.code().id(), "${it.position().line()}:${it.position().column()}" as String] } == [[code, place]]

        where:
        text                           || code     | place
        'a: &x 1'                      || 'AR-207' | '1:4'
        'a: !!str 1'                   || 'AR-207' | '1:4'
        'a: 1\n<<: { b: 2 }'           || 'AR-207' | '2:1'
        'a: 1\n---\nb: 2'              || 'AR-207' | '2:1'
        '? [a]\n: b'                   || 'AR-207' | '1:3'
        'a: 1\nb: 2\na: 3'             || 'AR-206' | '3:1'
        'a: [1, 2'                     || 'AR-200' | '1:9'
        'a:\n\t- b'                    || 'AR-200' | '2:1'
        'a: b: c'                      || 'AR-200' | '1:5'
        'a: \u0001'                    || 'AR-200' | '1:4'
        'a: 1e999999999'               || 'AR-220' | '1:4'
        '{"a": 1, "a": 2}'             || 'AR-206' | '1:10'
        '{"a": }'                      || 'AR-200' | '1:7'
        '{"a": 1e999999999}'           || 'AR-220' | '1:7'
        '{"a": 1} {}'                  || 'AR-200' | '1:10'
    }

    @Timeout(10)
    def 'hostile input is refused at once: #what'() {
        when:
        read(file, text)

        then:
        problems.hasErrors()

        where:
        what                   | file     | text
        'deep YAML lists'      | 'x.yaml' | '[' * 100_000
        'deep YAML mappings'   | 'x.yaml' | 'a: ' + '{a: ' * 100_000
        'deep JSON'            | 'x.json' | '[' * 100_000
        'billion laughs'       | 'x.yaml' | laughs()
        'a large file'         | 'x.yaml' | 'a: ' + 'b' * 2_000_000
        'a long number'        | 'x.json' | '{"a": ' + '9' * 100_000 + '}'
    }

    def 'bytes that are no UTF-8 are refused'() {
        when:
        NodeReader.read('x.yaml', [0x61, 0x3a, 0x20, 0xff] as byte[], problems)

        then:
        problems.sorted()*.code()*.id() == ['AR-221']
    }

    private static String laughs() {
        (0..9).collect { "a$it: &a$it [${(0..9).collect { n -> it == 0 ? 'lol' : "*a${it - 1}" }.join(', ')}]" }.join('\n')
    }

    private Node read(String file, String text) {
        NodeReader.read(file, text.getBytes('UTF-8'), problems).orElse(null)
    }

    static Object plain(Node node) {
        switch (node) {
            case Node.MapNode: return node.entries().collectEntries { key, value -> [key, plain(value)] }
            case Node.ListNode: return node.items().collect { plain(it) }
            case Node.NullNode: return null
            default: return node.value()
        }
    }
}
