package io.armature.metadata.expression

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The reference tells the truth. */
class ReferenceSpec extends Specification {
    @Shared String reference = Files.readString(Path.of('../docs/reference/expressions.md'))
    @Shared Fixture fixture = new Fixture()

    def '#example is #value'() {
        given:
        def expression = new ExpressionCompiler().compile(example, '', fixture.scope, Optional.empty()).orThrow(example)

        expect:
        Values.text(new Evaluator(fixture.scope).value(expression, Row.NONE, fixture.context('paris')).get()) == value

        where:
        [example, value] << (reference =~ /(?m)\| `([^`|]+)` \| `([^`|]+)` \|$/).collect { [it[1], it[2]] }
    }

    def 'every function is described'() {
        expect:
        (Overloads.names() + Calls.OWN + Aggregates.NAMES).findAll { !reference.contains("`$it(") } == [] as Set
    }
}
