package io.armature.metadata.read

import com.fasterxml.jackson.databind.ObjectMapper
import io.armature.metadata.definition.Node

/** Writes trees as YAML the way careless people do: odd spaces, comments anywhere, any style. */
class WildYaml {
    final Random random

    WildYaml(Random random) {
        this.random = random
    }

    String write(Node.MapNode tree) {
        tree.entries().isEmpty() ? '{}\n' : block(tree, 0) + (random.nextBoolean() ? '# the end\n' : '')
    }

    private String block(Node.MapNode map, int indent) {
        int step = 1 + random.nextInt(4)
        map.entries().collect { key, value -> noise(indent) + ' ' * indent + quoted(key) + ':' + after(value, indent, step) }.join('')
    }

    private String after(Node value, int indent, int step) {
        if (value instanceof Node.MapNode && value.entries() && random.nextBoolean()) {
            return comment() + '\n' + block(value, indent + step)
        }
        if (value instanceof Node.ListNode && value.items() && random.nextBoolean()) {
            return comment() + '\n' + value.items().collect {
                noise(indent + step) + ' ' * (indent + step) + '-' + ' ' * (1 + random.nextInt(3)) + flow(it) + comment() + '\n'
            }.join('')
        }
        ' ' * (1 + random.nextInt(4)) + flow(value) + comment() + '\n'
    }

    private String flow(Node node) {
        switch (node) {
            case Node.MapNode:
                return '{' + gap() + node.entries().collect { key, value -> quoted(key) + ': ' + flow(value) }.join(',' + gap()) + gap() + '}'
            case Node.ListNode:
                return '[' + gap() + node.items().collect { flow(it) }.join(',' + gap()) + gap() + ']'
            case Node.TextNode: return quoted(node.value())
            case Node.NumberNode: return node.value().toPlainString()
            case Node.NullNode: return ['null', '~'][random.nextInt(2)]
            default: return node.value().toString()
        }
    }

    private String quoted(String text) {
        def simple = text ==~ /[a-zé]+/ && !(text in ['true', 'null', 'no'])
        simple && random.nextBoolean() ? text : simple && random.nextBoolean() ? "'$text'" : json(text)
    }

    /** YAML takes JSON's texts, but for characters that may only stand there escaped. */
    private static String json(String text) {
        new ObjectMapper().writeValueAsString(text).collectReplacements { char c ->
            c in ['\u0085', '\u2028', '\ufeff'].collect { it as char } ? String.format('\\u%04x', (int) c) : null
        }
    }

    private String gap() { ' ' * random.nextInt(3) }

    private String comment() { random.nextInt(6) == 0 ? ' ' * (1 + random.nextInt(9)) + '# note' : '' }

    private String noise(int indent) {
        switch (random.nextInt(8)) {
            case 0: return '\n'
            case 1: return ' ' * indent + '# above\n'
            case 2: return '# far left\n\n'
            default: return ''
        }
    }
}
