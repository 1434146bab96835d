package io.armature.engine.query

import groovy.json.JsonSlurper
import io.armature.metadata.expression.Expression
import io.armature.metadata.expression.ExpressionCompiler
import io.armature.metadata.expression.Evaluator
import io.armature.metadata.expression.Row
import io.armature.metadata.problem.Position
import io.armature.metadata.type.ValueType
import java.sql.Date as SqlDate
import java.sql.Timestamp
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.temporal.ChronoUnit
import org.postgresql.util.PGInterval
import spock.lang.Shared

/** Random filters, sorts and pages over random rows, held against a slow list in memory. */
class ListingSpec extends ReadingSpec {
    static final int ROWS = 120
    static final int ROUNDS = 60

    @Shared long seed = Long.getLong('armature.seed', System.nanoTime())
    @Shared Random random = new Random(seed)
    @Shared List<Known> orders = []
    @Shared List<Known> customers = []

    /** A record as the oracle sees it. */
    static class Known implements Row {
        Map<String, Object> values
        Map<String, Known> links = [:]

        UUID getId() { (UUID) values.id }

        Optional<Object> value(String name) {
            Optional.ofNullable(links[name] ? links[name].id : values[name])
        }

        Optional<Row> link(String name) { Optional.ofNullable(links[name]) }

        List<Row> rows(String name) { [] }
    }

    def setupSpec() {
        sql.withTransaction {
            10.times {
                def party = [id: UUID.randomUUID(), name: word()]
                def own = [credit_limit: orNull { amount() }]
                insert('shop$party', party)
                insert('shop$customer', [id: party.id] + own)
                customers << new Known(values: party + own)
            }
            ROWS.times {
                def values = [
                    id: UUID.randomUUID(), number: word(), status: orNull { pick('draft', 'open', 'closed') },
                    placed: orNull { LocalDate.of(2026, 1, 1).plusDays(random.nextInt(20)) },
                    due: orNull { Instant.parse('2026-01-01T00:00:00Z').plus(random.nextInt(5) * 1_234_567L, ChronoUnit.MICROS) },
                    takes: orNull { Duration.ofMinutes(random.nextInt(5) * 45) },
                    total: orNull { amount() }, urgent: orNull { random.nextBoolean() }, score: orNull { (long) random.nextInt(6) - 2 },
                ]
                def customer = orNull { pick(*customers) }
                insert('shop$order', values + [
                    customer: customer?.id, placed: values.placed?.with { SqlDate.valueOf(it) },
                    due: values.due?.with { Timestamp.from(it) }, takes: values.takes?.with { new PGInterval("$it") }])
                orders << new Known(values: values, links: customer ? [customer: customer] : [:])
            }
        }
    }

    def 'a list is what a slow list in memory is: every filter, every sort, page after page'() {
        expect:
        (1..ROUNDS).each { round ->
            def filter = random.nextInt(5) == 0 ? null : condition(2)
            def sort = (0..<random.nextInt(4)).collect { (random.nextBoolean() ? '-' : '') + pick(*SORTS) }
            def asked = [fields: pick('id', 'id,customer(name)')] + (filter ? [filter: filter] : [:]) + (sort ? [sort: sort.join(',')] : [:])
            def expected = oracle(filter, sort)
            assert pages(asked, 1 + random.nextInt(60)) == expected, "seed $seed, round $round: $asked"
            assert list('shop.order', asked + [limit: 0, count: 'exact']).page.count == expected.size(), "seed $seed: $asked"
            assert pages(asked + [reverse: true], 1 + random.nextInt(60)) == expected.reverse(), "seed $seed, round $round, from the end: $asked"
            int offset = random.nextInt(ROWS)
            assert list('shop.order', asked + [limit: 20, offset: offset]).data*.id == expected.drop(offset).take(20), "seed $seed: $asked"
        }
    }

    static final List<String> SORTS = ['number', 'status', 'placed', 'due', 'takes', 'total', 'urgent', 'score', 'double', 'customer',
        'customer.name', 'customer.credit_limit', 'created_at', 'total + 1', 'id']

    private List<String> pages(Map<String, Object> asked, int limit) {
        List<String> ids = []
        String cursor = null
        while (true) {
            def page = list('shop.order', asked + [limit: limit] + (cursor ? [cursor: cursor] : [:]))
            ids.addAll(page.data*.id)
            cursor = page.page.next
            if (!cursor) {
                return ids
            }
            assert page.data.size() == limit
        }
    }

    private List<String> oracle(String filter, List<String> sort) {
        def evaluator = new Evaluator(Shop.model())
        def found = filter ? orders.findAll { evaluator.holds(compile(filter), it, context().moment()) } : orders
        def keys = sort.takeWhile { it != 'id' && it != '-id' }
        def last = sort.find { it == 'id' || it == '-id' } ?: (sort && sort.last().startsWith('-') ? '-id' : 'id')
        def comparators = (keys + [last]).findAll { it != 'created_at' && it != '-created_at' }.collect { key ->
            def expression = compile((key - ~/^-/).replaceAll(/^customer$/, 'customer.name'))
            boolean down = key.startsWith('-')
            return { Known a, Known b ->
                def x = evaluator.value(expression, a, context().moment()).orElse(null)
                def y = evaluator.value(expression, b, context().moment()).orElse(null)
                x == null || y == null ? (x == null ? 1 : 0) - (y == null ? 1 : 0) : compare(x, y) * (down ? -1 : 1)
            }
        }
        // Rows of one transaction were created at the same moment.
        found.toSorted { a, b -> comparators.findResult { int c = it(a, b); c ?: null } ?: 0 }*.id*.toString()
    }

    private static int compare(Object a, Object b) {
        a instanceof UUID ? a.toString() <=> b.toString() : ((Comparable) a).compareTo(b)
    }

    private static Expression compile(String text) {
        def compilation = new ExpressionCompiler().compile(text, 'shop.order', Shop.model(), Optional.empty())
        assert compilation.problems(Position.NONE, '').empty
        compilation.result().get()
    }

    private String condition(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return pick("!(${condition(depth - 1)})", "(${condition(depth - 1)} ${pick('&&', '||')} ${condition(depth - 1)})")
        }
        pick(
            "status ${comparison()} '${pick('draft', 'open', 'closed')}'", "total ${comparison()} ${amount()}",
            "score ${comparison()} ${random.nextInt(6) - 2}", "placed ${comparison()} date('2026-01-${10 + random.nextInt(10)}')",
            "due ${comparison()} dateTime('2026-01-01T00:00:0${random.nextInt(6)}Z')", "takes ${comparison()} duration('PT${45 * random.nextInt(5)}M')",
            'urgent', 'status == null', 'customer != null', "customer.name ${comparison()} '${word()}'", "contains(number, '${word().take(1)}')",
            "number in ['${word()}', '${word()}']", 'double > total', 'coalesce(score, 0) * 2 > total', 'isSet(total)')
    }

    private String comparison() { pick('==', '!=', '<', '<=', '>', '>=') }

    private String word() { pick('a', 'b', 'c', 'd') + pick('a', 'b', 'c', 'd') }

    private BigDecimal amount() { pick(0g, 1.5g, 1.50g, 2.25g, -3g, 10g) }

    private <T> T orNull(Closure<T> value) { random.nextInt(4) == 0 ? null : value() }

    private <T> T pick(T... of) { of[random.nextInt(of.length)] }
}
