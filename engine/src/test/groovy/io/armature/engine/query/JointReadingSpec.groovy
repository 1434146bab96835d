package io.armature.engine.query

import groovy.json.JsonSlurper
import io.armature.engine.access.ReadAccess
import io.armature.engine.access.Rule
import io.armature.engine.query.read.OneRecord
import io.armature.engine.query.read.ReadContext
import io.armature.engine.query.request.RecordQuery
import io.armature.engine.query.request.RecordQueryParser
import io.armature.metadata.expression.Context
import io.armature.metadata.expression.ExpressionCompiler
import io.armature.metadata.problem.ProblemException
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.Callable
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.ExecutionException
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** Records that are asked for at the same time: a table that is locked makes them wait for one another. */
@Timeout(60)
class JointReadingSpec extends ReadingSpec {
    static final UUID BOB = UUID.fromString('00000000-0000-7000-8000-000000000002')
    static final int AT_ONCE = 2

    @Shared UUID ann = insert('shop$party', [name: 'Ann'])
    @Shared List<UUID> orders = (0..9).collect { insert('shop$order', [number: "O$it" as String, score: it as Long, created_by: it < 8 ? USER : BOB]) }

    def counting = new CountingSource(source)
    def counted = reader(counting.source)
    final threads = new CopyOnWriteArrayList<Thread>()
    @AutoCleanup('shutdownNow') ExecutorService askers = Executors.newThreadPerTaskExecutor { work ->
        def thread = new Thread(work)
        this.threads << thread
        thread
    }

    def setupSpec() {
        insert('shop$customer', [id: ann, email: 'ann@example.com'])
        sql.execute('update main."shop$order" set customer = ?', [ann])
        orders.each { order -> (1..2).each { insert('shop$line', [order: order, item: "i$it" as String, qty: 1g, _position: it]) } }
    }

    RecordQuery one(Map<String, String> asked = [:]) {
        RecordQueryParser.ofUrlForOne('shop.order', ([fields: 'number,score,customer(name,email),lines(item)'] + asked).collectEntries { k, v -> [(k): [v]] })
    }

    ReadContext contextOf(UUID user, ReadAccess access = ReadAccess.EVERYTHING) {
        new ReadContext('main', Shop.SCHEMA, Shop.model(), access, Context.of(Instant.parse('2026-06-15T10:00:00Z'), ZoneOffset.UTC, user), Optional.empty(), false)
    }

    Future<Optional<OneRecord>> ask(UUID id, ReadContext context = context(), RecordQuery query = one()) {
        askers.submit({ counted.one(context, query, 'id', id) } as Callable<Optional<OneRecord>>)
    }

    /** Asks for the first, which stop at a locked table, then for the others, which wait for those; then opens the table. */
    List<Future<Optional<OneRecord>>> crowd(List<Closure<Future<Optional<OneRecord>>>> asking) {
        def lock = source.connection
        try {
            lock.autoCommit = false
            lock.createStatement().execute('lock table main."shop$order" in access exclusive mode')
            def first = asking.take(AT_ONCE)*.call()
            new PollingConditions(timeout: 20).eventually {
                assert stopped() == AT_ONCE
            }
            def others = asking.drop(AT_ONCE)*.call()
            new PollingConditions(timeout: 20).eventually {
                assert stopped() + threads.count { waits(it) } == asking.size()
            }
            return first + others
        } finally {
            lock.rollback()
            lock.close()
        }
    }

    /** How many statements wait for the table. */
    long stopped() {
        sql.firstRow('select count(*) as n from pg_locks where not granted').n
    }

    /** Whether somebody waits to go with others. */
    static boolean waits(Thread thread) {
        def methods = thread.stackTrace.findAll { it.className.endsWith('.Coalescer') }*.methodName
        thread.state == Thread.State.WAITING && methods == ['ask']
    }

    static Map json(Optional<OneRecord> found) {
        (Map) new JsonSlurper().parse(found.get().json())
    }

    static ReadAccess own() {
        def mine = Rule.of(new ExpressionCompiler().compile('created_by == user.id', 'shop.order', Shop.model(), Optional.empty()).orThrow(''))
        return { String entity -> entity == 'shop.order' ? mine : Rule.ALL } as ReadAccess
    }

    def 'what is asked for while others are read is read by one statement, and each gets his own record'() {
        when:
        def answers = crowd(orders.collect { id -> { -> ask(id) } })*.get(20, TimeUnit.SECONDS)

        then:
        answers.collect { json(it) } == (0..9).collect {
            [number: "O$it".toString(), score: it, customer: [name: 'Ann', email: 'ann@example.com'], lines: [[item: 'i1'], [item: 'i2']]]
        }
        answers*.get()*.version() == [1L] * 10
        counting.statements.get() == AT_ONCE + 1
    }

    def 'one that is not there, one that is deleted and one that is asked for twice do not disturb the others'() {
        given:
        def gone = insert('shop$order', [number: 'gone'])
        sql.execute('update main."shop$order" set deleted_at = now() where id = ?', [gone])

        when:
        def asked = crowd(([orders[0], orders[1], orders[2], UUID.randomUUID(), gone, orders[3], orders[3]]).collect { id -> { -> ask(id) } })

        then:
        [2, 5, 6].collect { json(asked[it].get(20, TimeUnit.SECONDS)).number } == ['O2', 'O3', 'O3']
        [0, 1].every { asked[it].get(20, TimeUnit.SECONDS).present }
        asked[3].get(20, TimeUnit.SECONDS).empty
        counting.statements.get() == AT_ONCE + 1

        when:
        asked[4].get(20, TimeUnit.SECONDS)

        then:
        def refused = thrown(ExecutionException)
        refused.cause instanceof ProblemException
        ((ProblemException) refused.cause).problems()*.code()*.id() == ['AR-158']
    }

    def 'whose rights depend on who he is gets nothing by the rights of another'() {
        when:
        def asking = [USER, USER, USER, BOB, USER, BOB].withIndex().collect { who, i -> { -> ask(orders[i % 2 == 0 ? 1 : 9], contextOf(who, own())) } }
        def numbers = crowd(asking)*.get(20, TimeUnit.SECONDS).collect { it.map { found -> json(Optional.of(found)).number }.orElse(null) }

        then:
        numbers == ['O1', null, 'O1', 'O9', 'O1', 'O9']
    }

    def 'another way of asking is another statement'() {
        when:
        def ways = [one(), one(), one(), one([fields: 'score']), one()]
        def answers = crowd(ways.withIndex().collect { way, i -> { -> ask(orders[i], context(), way) } })*.get(20, TimeUnit.SECONDS)

        then:
        json(answers[3]) == [score: 3]
        [0, 1, 2, 4].collect { json(answers[it]).number } == ['O0', 'O1', 'O2', 'O4']
    }

    def 'a record that cannot be told fails alone'() {
        given:
        def long_ = insert('shop$order', [number: 'long'])
        sql.execute('insert into main."shop$line" (id, "order", item, _position) select gen_random_uuid(), ?, \'x\', n from generate_series(1, 10001) n', [long_])

        when:
        def asked = crowd([orders[0], orders[1], orders[2], long_, orders[3]].collect { id -> { -> ask(id) } })

        then:
        [2, 4].collect { json(asked[it].get(20, TimeUnit.SECONDS)).number } == ['O2', 'O3']

        when:
        asked[3].get(20, TimeUnit.SECONDS)

        then:
        def refused = thrown(ExecutionException)
        ((ProblemException) refused.cause).problems()*.code()*.id() == ['AR-148']
    }
}
