package io.armature.engine.testing

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import com.networknt.schema.SchemaLocation
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import groovy.transform.CompileStatic

/** Whether real answers are as the interface describes them, which is what the types of the front end are made of. */
@CompileStatic
final class AnswerCheck {
    private static final ObjectMapper JSON = new ObjectMapper()
    private static final String BASE = 'https://answers.armature.invalid/'

    private AnswerCheck() {}

    /** What is not as described in an answer, or in each of the `data` of a list. */
    static List<String> misfits(Answer answer, String schema, boolean many = false) {
        if (answer.status != 200) {
            return [answer.toString()]
        }
        def registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12) { builder ->
            builder.schemas { String address -> address.startsWith(BASE) ? document(schema) : null }
        }
        def tree = JSON.readTree(answer.text)
        def all = many ? tree.path('data').toList() : [tree]
        def compiled = registry.getSchema(SchemaLocation.of(BASE + schema + '.json'))
        all.collectMany { one -> compiled.validate(one)*.toString() }.take(5)
    }

    private static String document(String schema) {
        def schemas = JSON.readTree(AnswerCheck.getResource('/io/armature/engine/openapi/answers.json')).path('schemas')
        ObjectNode whole = JSON.createObjectNode().put('$ref', '#/components/schemas/' + schema)
        whole.putObject('components').set('schemas', schemas)
        whole.toString()
    }
}
