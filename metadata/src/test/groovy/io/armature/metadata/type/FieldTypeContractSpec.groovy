package io.armature.metadata.type

import static io.armature.metadata.type.FieldTypeExamples.*

import com.fasterxml.jackson.databind.node.JsonNodeFactory
import spock.lang.Shared
import spock.lang.Specification

/** What every field type promises, whatever it is. */
class FieldTypeContractSpec extends Specification {
    @Shared FieldTypes types = FieldTypes.standard()

    def '#type.name() is found by its name and has examples here'() {
        expect:
        types.find(type.name()).get() === type
        type.name() ==~ /[a-z][a-zA-Z]*/
        type.widget() ==~ /[a-z][a-zA-Z]*/
        GOOD.containsKey(type.name())

        where:
        type << types.all()
    }

    def '#type.name() has columns whose names differ'() {
        when:
        def columns = type.columns(field(type.name()))

        then:
        columns*.suffix().toSet().size() == columns.size()
        columns.every { it.suffix().empty || it.suffix().startsWith('_') }

        where:
        type << types.all()
    }

    def '#type.name() names no common property a second time'() {
        expect:
        type.properties().intersect(CommonProperties.NAMES).empty
        types.properties(type).containsAll(CommonProperties.NAMES)

        where:
        type << types.all()
    }

    def '#name reads #value as #expected'() {
        expect:
        types.find(name).get().read(json(value), field(name)) == expected

        where:
        [name, value, expected] << GOOD.collectMany { name, cases -> cases.collect { [name, it[0], it[1]] } }
    }

    def '#type.name() refuses #value with a sentence and a way out'() {
        when:
        type.read(json(value), field(type.name()))

        then:
        InvalidValue refusal = thrown()
        def problem = io.armature.metadata.problem.Problem.inValue(refusal.code(), 'x', *refusal.arguments())
        [Locale.ENGLISH, Locale.FRENCH].every { !(problem.message(it) =~ /\{\d}/) && !problem.message(it).empty }
        [Locale.ENGLISH, Locale.FRENCH].every { !(problem.hint(it) =~ /\{\d}/) }

        where:
        [type, value] << types.all().collectMany { type ->
            (BAD[type.name()] ?: []).collect { [type, it] } +
                WRONG_FOR_ALL.findAll { !(type.name() in ACCEPTS_ANYTHING) && !(it in (EXCEPT[type.name()] ?: [])) }
                    .collect { [type, it] }
        }
    }

    def '#type.name() describes its values by a JSON Schema'() {
        when:
        def schema = type.schema(field(type.name()))

        then:
        schema.has('type') || type.name() in ['json', 'lookup', 'formula']

        where:
        type << types.all()
    }

    def '#type.name() reads hostile values at once'() {
        given:
        def huge = JsonNodeFactory.withExactBigDecimals(true).numberNode(new BigDecimal(BigInteger.ONE, scale))
        long begin = System.nanoTime()

        when:
        try {
            type.read(huge, field(type.name()))
        } catch (InvalidValue refused) {
            assert refused.code()
        }

        then:
        System.nanoTime() - begin < 1_000_000_000L

        where:
        [type, scale] << [types.all(), [-999_999_999, 999_999_999]].combinations()
    }

    def 'a property of the field bounds the value: #name #properties refuses #value with #code'() {
        when:
        types.find(name).get().read(json(value), field(name, properties))

        then:
        InvalidValue refusal = thrown()
        refusal.code().id() == code

        where:
        name       | properties                                         | value                  || code
        'text'     | [max: 3]                                           | '"abcd"'               || 'AR-404'
        'text'     | [min: 3]                                           | '"ab"'                 || 'AR-418'
        'text'     | [pattern: '[A-Z]{2}']                              | '"ab"'                 || 'AR-405'
        'text'     | [pattern: '(a+)+b']                                | '"' + 'a' * 4000 + '"' || 'AR-405'
        'text'     | [unique: true]                                     | '"' + 'a' * 601 + '"'  || 'AR-404'
        'integer'  | [min: 0]                                           | '-1'                   || 'AR-403'
        'integer'  | [max: 10]                                          | '"11"'                 || 'AR-403'
        'decimal'  | [digits: 2]                                        | '1.005'                || 'AR-417'
        'money'    | [min: 0]                                           | '-0.01'                || 'AR-403'
        'rating'   | [max: 3]                                           | '4'                    || 'AR-403'
        'date'     | [min: '2026-01-01']                                | '"2025-12-31"'         || 'AR-403'
        'date'     | [max: '2026-01-01']                                | '"2026-01-02"'         || 'AR-403'
        'duration' | [max: 'P1D']                                       | '"PT25H"'              || 'AR-403'
        'choice'   | [options: ['a', 'b']]                              | '"c"'                  || 'AR-406'
        'choice'   | [options: [a: 'A']]                                | '"A"'                  || 'AR-406'
        'choices'  | [options: ['a', 'b'], max: 1]                      | '["a", "b"]'           || 'AR-419'
        'links'    | [min: 1]                                           | '[]'                   || 'AR-419'
        'linkAny'  | [to: ['crm.customer']]                             | ANY_LINK               || 'AR-406'
    }

    def 'digits give every value the same number of decimal places'() {
        expect:
        types.find('decimal').get().read(json('5'), field('decimal', [digits: 2])).toString() == '5.00'
        types.find('decimal').get().read(json('5.10'), field('decimal')).toString() == '5.10'
    }

    def 'characters outside the basic plane count once'() {
        expect:
        types.find('text').get().read(json('"😀😀"'), field('text', [max: 2])) == '😀😀'
    }

    def 'two types of one name are refused'() {
        when:
        new FieldTypes([types.all().first(), types.all().first()])

        then:
        thrown(IllegalArgumentException)
    }
}
