package io.armature.metadata.expression

import io.armature.testing.Slow
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Random expressions on random records: what the JVM says, PostgreSQL says. Another seed: -Dseed=… */
class AgreementSpec extends Specification {
    @Shared long seed = Long.getLong('seed', System.nanoTime())
    @Shared RandomExpressions random = new RandomExpressions(seed)
    @Shared Fixture fixture = new Fixture(['shop.sample': (1..25).collect { random.record(it) }])
    @Shared @AutoCleanup SqlRunner sql = new SqlRunner(fixture, "random_$seed")
    @Shared ExpressionCompiler compiler = new ExpressionCompiler()

    @Slow
    def 'both back ends agree in #context (round #round)'() {
        expect:
        differences(context).take(3) == []

        where:
        [context, round] << [['kolkata', 'paris', 'new_york', 'utc'], 1..3].combinations()
    }

    private List<String> differences(String context) {
        def expressions = (1..Integer.getInteger('expressions', 100)).collect { compiled(random.text()) }
        sql.table(expressions, [entity: 'shop.sample', context: context]).collectMany { key, found ->
            [expressions, found].transpose().collect { expression, there -> difference(expression, key, context, there) }
        }.findAll()
    }

    private String difference(Expression expression, String key, String context, Object there) {
        def row = fixture.rows['shop.sample'][key]
        def here = new Evaluator(fixture.scope).value(expression, row, fixture.context(context)).orElse(null)
        same(here, there) ? null : "seed $seed: ${expression.text()} is $here, in SQL $there, on ${row.record}"
    }

    private Expression compiled(String text) {
        compiler.compile(text, 'shop.sample', fixture.scope, Optional.empty()).orThrow(text)
    }

    private static boolean same(Object left, Object right) {
        left instanceof BigDecimal && right instanceof BigDecimal ? left.compareTo(right) == 0 : left == right
    }
}
