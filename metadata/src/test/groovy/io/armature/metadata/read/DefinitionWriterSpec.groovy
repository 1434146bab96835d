package io.armature.metadata.read

import static io.armature.metadata.read.NodeReaderSpec.plain

import io.armature.metadata.definition.Node
import io.armature.metadata.problem.Position
import io.armature.metadata.problem.Problems
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class DefinitionWriterSpec extends Specification {

    def 'canonical text comes back byte for byte: #file'() {
        given:
        def text = Files.readString(file)

        expect:
        rewrite(text) == text

        where:
        file << files(Path.of('src/test/resources/good')) + files(Path.of('../module-packs'))
    }

    def 'comments and empty lines stay where they were'() {
        given:
        def text = '''\
            # A pack.

            # Its name:
            title: X   # said twice
            fields:    # all of them
              # the first
              name: { type: text }   # short

              notes:
                type: longText   # long

                # how long
                max: 20
                help: |
                  One # no comment

                  # nor this
                # the end of notes
            indexes:
              # by name
              - [name]   # fast
              - - name
                # then
                - notes
            # the end
            '''.stripIndent()

        expect:
        rewrite(text) == text
    }

    def 'text that is not canonical becomes so, with its comments: #text'() {
        expect:
        rewrite(text) == canonical
        rewrite(canonical) == canonical

        where:
        text                                      || canonical
        'a:   1\n'                                || 'a: 1\n'
        'a: {b: 1,c: [ 1,2 ]}\n'                  || 'a: { b: 1, c: [ 1, 2 ] }\n'
        'a: {\n  b: 1,\n  c: 2\n}'                || 'a: { b: 1, c: 2 }\n'
        'a: {\n  b: 1, # one\n  c: 2\n}'          || 'a:\n  b: 1  # one\n  c: 2\n'
        'a:\n    b:\n        - 1\n        - 2'    || 'a:\n  b:\n    - 1\n    - 2\n'
        'a:\n- 1\n-   b: 1\n    c: 2\n'           || 'a:\n  - 1\n  - b: 1\n    c: 2\n'
        '\n\na: 1\r\nb: 2'                        || 'a: 1\nb: 2\n'
        'a: >\n  one\n  two\n'                    || 'a: |\n  one two\n'
        'a: 1e2\nb: +5\nc: True'                  || 'a: 100\nb: 5\nc: true\n'
        'x: {a: 1}\nlong: {b: 2}\n'               || 'x: { a: 1 }\nlong: { b: 2 }\n'
        'x:    {a: 1}\nlong: {b: 2}\n'            || 'x:    { a: 1 }\nlong: { b: 2 }\n'
    }

    def 'a changed tree keeps the comments and styles of the rest'() {
        given:
        def text = 'title: X   # name\nfields:\n  a:    { type: text }   # first\n  long: { type: "date" }\n'
        def tree = read('x.yaml', text)
        def fields = tree.entries().fields
        def more = new LinkedHashMap(fields.entries())
        more.longest_of_all = Node.MapNode.of(new LinkedHashMap([type: new Node.TextNode(Position.NONE, 'no')]))
        more.remove('a')
        def changed = new LinkedHashMap(tree.entries())
        changed.fields = Node.MapNode.of(more)

        expect:
        DefinitionWriter.yaml(Node.MapNode.of(changed), Layout.of(text)) ==
            'title: X   # name\nfields:\n  long: { type: "date" }\n  longest_of_all: { type: "no" }\n'
    }

    def 'a tree from nowhere gets the style of our examples'() {
        expect:
        DefinitionWriter.yaml(read('x.json',
            '{"title": "Yes", "requires": {"core": ">=1.0"}, "fields": {"a": {"type": "text", "max": 20}, "b": {"type": "date"}}, "indexes": [["a", "b"]], "help": "a\\nb", "x": {}, "z": []}')) == '''\
            title: "Yes"
            requires: { core: ">=1.0" }
            fields:
              a: { type: text, max: 20 }
              b: { type: date }
            indexes: [[a, b]]
            help: |-
              a
              b
            x: {}
            z: []
            '''.stripIndent()
    }

    def 'what is written reads the same, as YAML and as JSON (seed #seed)'() {
        given:
        def random = new Random(seed)

        expect:
        (1..300).every {
            def tree = map(random, 0)
            def yaml = DefinitionWriter.yaml(tree)
            def json = DefinitionWriter.json(tree)
            assert plain(read('x.yaml', yaml)) == plain(tree)
            assert plain(read('x.json', json)) == plain(tree)
            assert rewrite(yaml) == yaml
            assert DefinitionWriter.json(read('x.json', json)) == json
            true
        }

        where:
        seed << [1L, 2L, 3L, System.nanoTime()]
    }

    def 'writing what was written changes nothing, however it was laid out (seed #seed)'() {
        given:
        def random = new Random(seed)

        expect:
        (1..300).every {
            def tree = map(random, 0)
            def wild = new WildYaml(random).write(tree)
            assert plain(read('x.yaml', wild)) == plain(tree)
            def once = rewrite(wild)
            assert plain(read('x.yaml', once)) == plain(tree)
            assert rewrite(once) == once
            true
        }

        where:
        seed << [1L, 2L, 3L, System.nanoTime()]
    }

    private static String rewrite(String text) {
        DefinitionWriter.yaml(read('x.yaml', text), Layout.of(text))
    }

    private static Node read(String file, String text) {
        def problems = new Problems()
        def node = NodeReader.read(file, text.getBytes('UTF-8'), problems).orElse(null)
        assert problems.empty: "${problems.sorted()} in:\n$text"
        node
    }

    private static Node.MapNode map(Random random, int depth) {
        def entries = new LinkedHashMap<String, Node>()
        random.nextInt(5).times { entries[text(random)] = node(random, depth + 1) }
        Node.MapNode.of(entries)
    }

    private static Node node(Random random, int depth) {
        switch (random.nextInt(depth > 4 ? 5 : 8)) {
            case 0..2: return new Node.TextNode(Position.NONE, text(random))
            case 3: return new Node.NumberNode(Position.NONE, BigDecimal.valueOf(random.nextInt(2000) - 1000, random.nextInt(4)))
            case 4: return random.nextBoolean() ? new Node.NullNode(Position.NONE) : new Node.FlagNode(Position.NONE, random.nextBoolean())
            case 5: return new Node.ListNode(Position.NONE, (0..<random.nextInt(4)).collect { node(random, depth + 1) })
            default: return map(random, depth)
        }
    }

    private static String text(Random random) {
        def parts = ['a', 'name', 'Été', '😀', ' ', ': ', ' #', '#', ',', '{', ']', '"', "'", '\\', '\n', '\t', '-', '?', '*', '&', '!',
                     '%', '@', '`', 'no', '12', '1.5', 'null', '~', 'true', '=', '<<', '|', '>', '\u0085', '\u2028', '\ufeff', '\u0000',
                     '2026-01-31', '-created', '---', 'x:y', '  ', '\r', '\n\n', ' b', '0x1f', '.inf', '€']
        (0..random.nextInt(5)).collect { parts[random.nextInt(parts.size())] }.join('')
    }

    private static List<Path> files(Path folder) {
        Files.walk(folder).withCloseable { it.filter { it.toString().endsWith('.yaml') }.sorted().toList() }
    }
}
