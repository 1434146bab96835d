package io.armature.metadata.read

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import io.armature.metadata.definition.Kind
import io.armature.metadata.type.FieldTypes
import spock.lang.Shared
import spock.lang.Specification

/** The schemas are complete, valid, and say the same as the code. */
class SchemasSpec extends Specification {
    @Shared FieldTypes types = FieldTypes.standard()

    def 'every kind has a schema: #kind'() {
        expect:
        DefinitionSchemas.text(kind.schema()).present

        where:
        kind << Kind.values().toList()
    }

    def 'the schema #name is valid, and explains each property'() {
        given:
        def tree = tree(name)
        def meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(com.networknt.schema.SchemaLocation.of('https://json-schema.org/draft/2020-12/schema'))

        expect:
        meta.validate(tree).empty
        tree.path('title').asText()
        tree.path('description').asText()
        unexplained(tree, '').empty

        where:
        name << DefinitionSchemas.names()
    }

    def 'a field of type #type.name() has the properties that its type understands'() {
        given:
        def rule = tree('field').at('/$defs/field/allOf').find { it.at('/if/properties/type/const').asText() == type.name() }

        expect:
        rule.at('/then/propertyNames/enum')*.asText().toSet() == types.properties(type)

        where:
        type << types.all()
    }

    def 'the schema names all field types'() {
        expect:
        tree('field').at('/$defs/field/properties/type/enum')*.asText() == types.names().toList()
    }

    def 'an unknown schema is not there'() {
        expect:
        DefinitionSchemas.text('../problems').empty
    }

    private static List<String> unexplained(JsonNode node, String path) {
        def found = []
        node.properties().each { entry ->
            if (entry.key == 'properties' && !(path ==~ /.*\/(if|then|else)/)) {
                entry.value.properties().each { property ->
                    if (!property.value.has('description') && !property.value.has('$ref')) {
                        found << "$path/$property.key" as String
                    }
                }
            }
            found.addAll(unexplained(entry.value, "$path/$entry.key"))
        }
        node.array && node.eachWithIndex { item, i -> found.addAll(unexplained(item, "$path/$i")) }
        found
    }

    private static JsonNode tree(String name) {
        new ObjectMapper().readTree(DefinitionSchemas.text(name).orElseThrow())
    }
}
