package io.armature.engine.openapi

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import io.armature.metadata.model.Model
import io.armature.metadata.model.ModelCompiler
import io.armature.metadata.model.ModelSources
import io.armature.metadata.read.PackReader
import io.armature.testing.Models
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class OpenApiDocumentSpec extends Specification {
    static final Model SHOP = Models.of('shop', [
        'entities/order.yaml': '''
            fields:
              name: { type: text, required: true, max: 40, help: What the customer calls it }
              customer: { type: link, to: shop.customer }
              total: { type: money, formula: "sum(lines.amount)" }
              lines: { type: lines, of: shop.line }
              pin: { type: password }
            '''.stripIndent(),
        'entities/line.yaml': 'fields:\n  amount: { type: money, required: true }\n',
        'entities/customer.yaml': 'fields:\n  name: { type: text }\n'])

    JsonNode document = OpenApiDocument.of(SHOP, 'Shop', '/')

    def 'every stored entity has its addresses and nothing else has'() {
        expect:
        document.at('/paths').fieldNames().findAll { it.startsWith('/api/shop/') }.collect { it.split('/')[3] }.toSet() ==
            ['order', 'line', 'customer'] as Set
        document.at('/paths/~1api~1shop~1order').fieldNames().toSet() == ['get', 'post'] as Set
        document.at('/paths/~1api~1shop~1order~1{id}').fieldNames().toSet() == ['get', 'patch', 'put', 'delete'] as Set
    }

    def 'what stands beside a record has its addresses where the entity has it'() {
        given:
        def base = '/api/shop/order/{id}/'
        def beside = document.at('/paths').fieldNames().findAll { it.startsWith(base) }.collect { it.substring(base.length()) }

        expect:
        beside.containsAll(['comments', 'comments/{comment}', 'files', 'files/{file}', 'followers', 'followers/me', 'shares', 'print/{name}', 'history'])
        document.at('/paths/~1api~1shop~1order~1{id}~1followers~1me').fieldNames().toSet() == ['put', 'delete'] as Set
        document.at('/paths/~1api~1sys~1approval~1mine/get/responses/2XX/content/application~1json/schema/properties/data').isObject()
    }

    def 'rights that are lent, the trail, and workflows as BPMN are described with what they take and answer'() {
        expect:
        document.at('/paths/~1api~1access~1delegations').fieldNames().toSet() == ['get', 'post'] as Set
        document.at('/paths/~1api~1access~1delegations/post/requestBody/content/application~1json/schema/required')*.asText() == ['delegate', 'until']
        document.at('/paths/~1api~1access~1delegations~1{id}').has('delete')
        document.at('/paths/~1api~1audit~1verify/get/parameters')*.path('name')*.asText() == ['head']
        document.at('/paths/~1api~1audit~1retention').fieldNames().toSet() == ['get', 'put'] as Set
        document.at('/paths/~1api~1meta~1workflows~1{name}~1bpmn/get/responses/2XX/content/application~1xml').isObject()
        document.at('/paths/~1api~1meta~1workflows~1bpmn/post/responses/2XX/content/application~1json/schema/properties/unmapped/type').asText() == 'array'
    }

    def 'what is read shows computed values and no secrets; what is written the other way round'() {
        expect:
        JsonNode read = document.at('/components/schemas/shop.order/properties')
        JsonNode write = document.at('/components/schemas/shop.order.create')
        read.has('total') && read.at('/total/readOnly').asBoolean() && !read.has('pin')
        !write.at('/properties').has('total') && write.at('/properties').has('pin')
        write.at('/required')*.asText() == ['name']
        write.at('/properties/name/maxLength').asInt() == 40
        read.at('/name/description').asText() == 'What the customer calls it'
    }

    def 'every reference leads somewhere and every operation has an id of its own'() {
        given:
        List<String> references = document.findValuesAsText('$ref')
        List<String> ids = document.findValuesAsText('operationId')

        expect:
        references.every { !document.at(it.substring(1)).missingNode }
        ids.toSet().size() == ids.size()
    }

    def 'the interface of the shipped packs is kept for the client tests'() {
        given:
        List sources = ['src/main/resources/packs/sys', '../module-packs/core', '../module-packs/crm'].collect {
            ModelSources.of(new PackReader().read(Path.of(it)))
        }
        Path folder = Files.createDirectories(Path.of('target/openapi'))

        when:
        JsonNode shipped = OpenApiDocument.of(ModelCompiler.compile(sources).model(), 'Armature', '/')
        Files.write(folder.resolve('shipped.json'), new ObjectMapper().writeValueAsBytes(shipped))

        then:
        shipped.at('/paths').has('/api/crm/customer/{id}')
    }
}
