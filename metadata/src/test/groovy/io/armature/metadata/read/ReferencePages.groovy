package io.armature.metadata.read

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import io.armature.metadata.definition.Kind

/** The reference of the language, as Markdown, made of the JSON Schemas. */
class ReferencePages {
    private final Map<String, JsonNode> schemas = DefinitionSchemas.names().collectEntries {
        [it, new ObjectMapper().readTree(DefinitionSchemas.text(it).orElseThrow())]
    }

    /** All pages by file name. */
    Map<String, String> pages() {
        def kinds = Kind.values().findAll { !(it in [Kind.HOOK, Kind.MIGRATION]) }
        def pages = new TreeMap<String, String>(kinds.collectEntries { ["${it.schema()}.md" as String, page(it.schema())] })
        pages['field.md'] = fields()
        pages['language.md'] = index(kinds)
        pages
    }

    private String index(List<Kind> kinds) {
        def rows = kinds.collect { "| [${schemas[it.schema()].path('title').asText()}](${it.schema()}.md) | ${cell(schemas[it.schema()].path('description').asText())} |" }
        """\
            |# The definition language
            |
            |Made of the JSON Schemas in `metadata/src/main/resources/schema/`; a running server has them at `/api/meta/schemas/<kind>.json`.
            |The parts that several kinds share are explained where they are used; the properties of fields have [a page of their own](field.md).
            |
            || kind | what it is |
            ||---|---|
            |${rows.join('\n|')}
            || Hooks | The functions a pack runs at named points: `hooks/<name>.js`. |
            || Migrations | Changes of data by SQL: `migrations/V<version>__<description>.sql`. |
            |""".stripMargin()
    }

    private String page(String name) {
        def schema = schemas[name]
        "# ${schema.path('title').asText()}\n\n${schema.path('description').asText()}\n\n" +
            section(name, schema, 2, '', [] as Set).stripTrailing() + '\n'
    }

    private String fields() {
        def field = schemas.field.at('/$defs/field')
        def own = field.path('allOf').findAll { it.at('/if/properties/type').has('const') }
        def all = own.collect { it.at('/then/propertyNames/enum')*.asText().toSet() }
        def common = all.inject { a, b -> a.intersect(b) }
        def types = field.at('/properties/type/description').asText().readLines().drop(1).collect { it.replaceFirst('^- ', '') }
        def rows = types.withIndex().collect { text, i ->
            def (name, meaning) = text.split(': ', 2)
            def needed = own[i].at('/then/required')*.asText()
            def extra = (own[i].at('/then/propertyNames/enum')*.asText() - common).collect { it in needed ? "**`$it`**" : "`$it`" }
            "| $name | ${cell(meaning)} | ${extra.join(' ')} |"
        }
        def properties = field.path('properties').properties().collectEntries { [it.key, it.value] }
        "# Field\n\n${schemas.field.path('description').asText()}\n\n" +
            "`name: { type: text, max: 20 }`, or for short `name: text`.\n\n## Types\n\n" +
            "| type | what it holds | own properties (bold: must be there) |\n|---|---|---|\n${rows.join('\n')}\n\n" +
            "## Properties of every field\n\n" + table('field', properties.findAll { it.key in common }, ['type']) +
            "\n## Properties of some types\n\n" + table('field', properties.findAll { !(it.key in common) }, [])
    }

    /** The properties of a mapping, and below them those of the mappings inside. */
    private String section(String file, JsonNode schema, int level, String path, Set<String> seen) {
        def properties = schema.path('properties').properties().collectEntries { [it.key, it.value] }
        def text = properties ? table(file, properties, schema.path('required')*.asText()) : ''
        properties.each { key, value ->
            def (innerFile, inner, address) = resolve(file, value)
            text += nested(innerFile, inner, level, path ? "$path.$key" : key, address ? seen + address : seen, address in seen)
        }
        text
    }

    private String nested(String file, JsonNode schema, int level, String path, Set<String> seen, boolean known) {
        if (file == 'field' || known) {
            return ''
        }
        def inside = [[schema, path], [schema.path('items'), "$path[]"], [schema.path('additionalProperties'), "$path.<name>"]]
        inside.collect { part, name ->
            def (innerFile, inner, address) = resolve(file, part)
            if (innerFile == 'field' || address in seen || !inner.path('properties').size()) {
                return ''
            }
            "\n${'#' * Math.min(level, 4)} `$name`\n\n${inner.path('description').asText()}\n\n" +
                section(innerFile, inner, level + 1, name, address ? seen + address : seen)
        }.join('')
    }

    private String table(String file, Map<String, JsonNode> properties, Collection<String> required) {
        "| property | value | meaning |\n|---|---|---|\n" + properties.collect { key, value ->
            def (innerFile, inner, _) = resolve(file, value)
            def name = key in required ? "**`$key`** (required)" : "`$key`"
            def meaning = value.path('description').asText(inner.path('description').asText()) +
                (value.has('default') ? " Default: `${value.path('default').asText()}`." : '')
            "| $name | ${type(innerFile, inner)} | ${cell(meaning)} |\n"
        }.join('')
    }

    private String type(String file, JsonNode schema) {
        if (schema.has('enum')) {
            return schema.path('enum').size() > 12 ? 'a word' : schema.path('enum').collect { "`${it.asText()}`" }.join(' ')
        }
        def types = schema.path('type').array ? schema.path('type')*.asText() : [schema.path('type').asText()]
        types.collect { it == 'array' ? list(file, schema) : it == 'object' ? mapping(file, schema) : WORDS.getOrDefault(it, 'any value') }.join(' or ')
    }

    private static final Map<String, String> WORDS =
        [string: 'text', boolean: 'true, false', number: 'number', integer: 'whole number', null: 'nothing']

    private String list(String file, JsonNode schema) {
        schema.has('items') ? "list of ${type(*resolve(file, schema.path('items')).take(2))}" : 'list'
    }

    private String mapping(String file, JsonNode schema) {
        def values = schema.path('additionalProperties')
        if (!values.object) {
            return 'mapping'
        }
        def (innerFile, inner, address) = resolve(file, values)
        innerFile == 'field' ? 'mapping of [fields](field.md)' : address?.endsWith('place') ? 'mapping' : "mapping of ${type(innerFile, inner)}"
    }

    /** What a schema refers to: its file, the schema, and its address when it was referred to. */
    private List resolve(String file, JsonNode schema) {
        if (!schema.has('$ref')) {
            return [file, schema, null]
        }
        def (String where, String pointer) = schema.path('$ref').asText().split('#')
        def target = where ? where.replace('.json', '') : file
        [target, schemas[target].at(pointer), "$target#$pointer" as String]
    }

    private static String cell(String text) {
        text.replace('\n', '<br>').replace('|', '\\|')
    }
}
