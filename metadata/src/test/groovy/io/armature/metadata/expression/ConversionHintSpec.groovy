package io.armature.metadata.expression

import io.armature.metadata.expression.Compilation.Refused
import io.armature.metadata.type.ValueType.Scalar
import spock.lang.Specification

/** Whoever writes an expression of nearly the right type is told which function makes the right one of it. */
class ConversionHintSpec extends Specification {
    def 'where #expected is wanted, `#text` is answered with #hint'() {
        when:
        def refused = new ExpressionCompiler().compile(text, '', new FixtureScope([:]), Optional.of(expected)) as Refused

        then:
        refused.faults*.arguments*.getAt(2) == [hint]

        where:
        text                       | expected         | hint
        'floor(7.5)'               | Scalar.INTEGER   | '`int(floor(7.5))`'
        ' 7.5 '                    | Scalar.INTEGER   | '`int(7.5)`'
        'today()'                  | Scalar.TEXT      | '`text(today())`'
        '1 < 2'                    | Scalar.TEXT      | '`text(1 < 2)`'
        'now()'                    | Scalar.DATE      | '`date(now())`'
        'today()'                  | Scalar.DATE_TIME | '`dateTime(today())`'
        '1'                        | Scalar.DATE      | "'2026-01-31'"
        'true'                     | Scalar.INTEGER   | ''
    }
}
