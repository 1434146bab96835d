package io.armature.metadata.expression

import io.armature.testing.Slow
import java.util.concurrent.TimeUnit
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** No text overflows the stack, hangs the compiler or makes it fail in any way but a refusal. Another seed: -Dseed=… */
class FuzzSpec extends Specification {
    static final List<String> PIECES = ['(', ')', '[', ']', '{', '}', '?', ':', '.', ',', '!', '-', '+', '*', '/', '%', '<', '==', '!=', '&&', '||', ' in ', '`', "'", '"', "'''", '\\', '//', '\n', ' ', '1', '1.5', '1e9', '0x', '1u', 'b"', 'r\'', 'null', 'true', 't', 'list', 'name', 'user.id', 'sum(', 'any(lines, ', 'lines', 'format(', "'{0}'", 'size', 'matches(', '(?:', '\u0000', '\uD83D\uDE00', '\uD800', '\u200f', 'é', '@', '#', '$', '_x_', '`in`']
    @Shared long seed = Long.getLong('seed', System.nanoTime())
    @Shared Random random = new Random(seed)
    @Shared ExpressionCompiler compiler = new ExpressionCompiler()
    @Shared FixtureScope scope = new Fixture().scope

    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    def 'a text nested or chained without end is refused at once: #what'() {
        when:
        def small = onSmallStack { compiler.compile(text, 'shop.invoice', scope, Optional.empty()) }

        then:
        small instanceof Compilation.Refused == refused

        where:
        what               | text                                              || refused
        'brackets'         | '(' * 9_000 + '1' + ')' * 9_000                   || true
        'open brackets'    | '(' * 20_000                                      || true
        'list brackets'    | '[' * 9_000 + ']' * 9_000                         || true
        'curly brackets'   | '{' * 20_000                                      || true
        'calls'            | 'abs(' * 4_000 + '1' + ')' * 4_000                || true
        'aggregates'       | 'any(lines, ' * 1_500 + 'true' + ')' * 1_500      || true
        'minus'            | '-' * 19_000 + '1'                                || false
        'not'              | '!' * 19_000 + 'true'                             || false
        'conditions'       | 'true ? 1 : ' * 1_500 + '1'                       || true
        'inner conditions' | 'true ? ' * 1_500 + '1' + ' : 1' * 1_500          || true
        'sums'             | '1' + ' + 1' * 4_000                              || true
        'short sums'       | '1' + ' + 1' * 150                                || false
        'and'              | 'true' + ' && true' * 900                         || false
        'names'            | 'customer' + '.manager' * 2_000                   || true
        'methods'          | "'a'" + '.upper()' * 2_000                        || true
        'comparisons'      | '1' + ' < 1' * 4_000                              || true
        'indexes'          | 'a' + '[1]' * 6_000                               || true
        'items'            | '1 in [' + '1, ' * 1_500 + '1]'                   || false
        'too many items'   | '1 in [' + '1, ' * 6_000 + '1]'                   || true
        'length'           | ' ' * 20_001                                      || true
        'blanks'           | ' ' * 19_000 + '1'                                || false
        'quotes'           | "'" * 19_999                                      || true
        'backticks'        | '`' * 19_999                                      || true
        'words'            | 'a b ' * 4_999                                    || true
        'a regex'          | "'a'.matches('" + '(' * 900 + ')' * 90 + "')"     || true
    }

    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    @Slow
    def 'random pieces are compiled or refused'() {
        given:
        def longest = 0L

        when:
        Integer.getInteger('texts', 30_000).times {
            def text = (0..random.nextInt(random.nextInt(60) == 0 ? 600 : 25)).collect { PIECES[random.nextInt(PIECES.size())] }.join('')
            def start = System.nanoTime()
            try {
                attempt(text)
            } catch (Throwable failure) {
                throw new AssertionError("seed $seed: $text", failure)
            }
            longest = Math.max(longest, System.nanoTime() - start)
        }

        then:
        TimeUnit.NANOSECONDS.toSeconds(longest) < 5
    }

    @Slow
    def 'texts with a piece missing or doubled are compiled or refused, and what compiles survives JSON'() {
        given:
        def texts = new RandomExpressions(seed)

        expect:
        (1..5_000).every {
            def text = texts.text()
            def at = random.nextInt(text.length())
            def mutated = random.nextBoolean() ? text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(3))) : text.substring(0, at) + PIECES[random.nextInt(PIECES.size())] + text.substring(at)
            [text, mutated].every { attempt(it) }
        }
    }

    private boolean attempt(String text) {
        def result = compiler.compile(text, 'shop.sample', scope, Optional.empty())
        switch (result) {
            case Compilation.Compiled:
                def expression = result.expression()
                return IrJson.readExpression(IrJson.write(expression)) == expression
            case Compilation.Refused:
                return result.faults() && result.faults().every { it.offset() >= 0 && it.offset() <= text.length() }
        }
    }

    private static Object onSmallStack(Closure work) {
        Object result = null
        def thread = new Thread(null, { -> try { result = work() } catch (Throwable failure) { result = failure } }, 'small stack', 512 * 1024)
        thread.start()
        thread.join()
        result
    }
}
