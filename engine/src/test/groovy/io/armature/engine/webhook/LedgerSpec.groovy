package io.armature.engine.webhook

import groovy.sql.Sql
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.PostgresProcess
import io.armature.engine.testing.ServerProcess
import io.armature.testing.Slow
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Future
import java.util.concurrent.FutureTask
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.ThreadLocalRandom
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/**
 * A thousand transitions with hooks, jobs, timers and webhooks on two nodes, while these and PostgreSQL are killed, or stall for
 * longer than the others wait for them; afterwards all books agree. {@code -Darmature.ledger.seed} repeats the strikes of another time.
 */
@Slow
class LedgerSpec extends Specification {
    static final int RECORDS = 340
    /** On a machine that is slow, strikes last longer than it takes to make these. */
    static final int MOST = 420
    static final int PEOPLE = 8
    static final long SEED = Long.getLong('armature.ledger.seed', System.nanoTime() % 1_000_000)
    static final List<String> STEPS = ['begin', 'ripen', 'close']

    @Shared @TempDir Path folder
    @Shared @AutoCleanup PostgresProcess postgres
    @Shared @AutoCleanup Receiver receiver = new Receiver()
    @Shared List<ServerProcess> nodes = []
    @Shared Random random = new Random(SEED)
    /** What the receiver took: by record, in the order in which it came. */
    @Shared Map<String, List<String>> told = new ConcurrentHashMap<>()
    @Shared Set<String> made = ConcurrentHashMap.newKeySet()
    @Shared Set<String> asked = ConcurrentHashMap.newKeySet()
    @Shared Set<String> known = ConcurrentHashMap.newKeySet()
    @Shared AtomicInteger again = new AtomicInteger()
    /** Never counted down: waiting for it is a pause between two attempts. */
    @Shared CountDownLatch pause = new CountDownLatch(1)

    def setupSpec() {
        println "Seed of the strikes: $SEED"
        postgres = new PostgresProcess(folder.resolve('postgres'))
        def environment = [ARMATURE_DB_USER: PostgresProcess.user, ARMATURE_DB_PASSWORD: postgres.password]
        def pack = LedgerPack.folder(folder.resolve('books'))
        nodes = (1..2).collect { new ServerProcess(postgres.url, environment, folder.resolve("node$it"), pack) }
        nodes*.start()
    }

    def cleanupSpec() {
        nodes*.close()
    }

    private List<Map> rows(String text) {
        def sql = Sql.newInstance(postgres.url, PostgresProcess.user, postgres.password, 'org.postgresql.Driver')
        try {
            sql.rows(text.replace('main.', 'tenant_main.')) as List<Map>
        } finally {
            sql.close()
        }
    }

    private long count(String from) {
        rows("select count(*) as n from $from").first().n as long
    }

    /** Keeps what comes by its id, and is out of order now and then. */
    private int take(Map body) {
        if (ThreadLocalRandom.current().nextInt(100) == 0) {
            return 503
        }
        if (known.add(body.id as String)) {
            told.computeIfAbsent(body.record as String) { new CopyOnWriteArrayList<String>() } << "$body.version $body.event".toString()
        } else {
            again.incrementAndGet()
        }
        200
    }

    /** Asks some node until one answers as one that works. */
    private Answer insist(Closure<Answer> request) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(4)
        while (System.nanoTime() < until) {
            try {
                def answer = request.call(nodes[ThreadLocalRandom.current().nextInt(nodes.size())].caller)
                if (answer.status < 500) {
                    return answer
                }
            } catch (IOException gone) {
                // The node was killed under the request, or is not back yet: whoever asked does not know what became of it.
            }
            pause.await(100, TimeUnit.MILLISECONDS)
        }
        throw new IllegalStateException('Nobody answered for minutes')
    }

    private String create(int number) {
        def answer = insist { Caller node -> node.with('Idempotency-Key': "entry-$number".toString()).post('/api/books/entry', [code: "E$number".toString()]) }
        assert answer.status == 201
        answer.json.id
    }

    /** Moves a record; whoever got no answer, or a refusal, looks where it is. */
    private void move(String record, String step, List<String> there) {
        for (boolean done = false; !done;) {
            def answer = insist { Caller node -> node.post("/api/books/entry/$record/transitions/$step") }
            done = answer.status == 200 || insist { Caller node -> node.get("/api/books/entry/$record") }.json.status in there
            if (!done) {
                pause.await(200, TimeUnit.MILLISECONDS)
            }
        }
    }

    /** Has the job run; each time that it is asked for, under another ticket. */
    private String run(String job) {
        def answer = insist { Caller node -> node.post("/api/sys/job/$job/run", [ticket: UUID.randomUUID().toString()]) }
        assert answer.status == 202
        answer.json.run
    }

    /** Has people begin records and close earlier ones, until there are enough and no strikes come any more. */
    private void people(String job, Future<?> strikes) {
        def open = new LinkedBlockingQueue<String>()
        def next = new AtomicInteger()
        def failures = new ConcurrentLinkedQueue<Throwable>()
        def threads = (1..PEOPLE).collect {
            Thread.start {
                try {
                    while ((next.get() < RECORDS || !strikes.done && next.get() < MOST) && failures.empty) {
                        def record = create(next.incrementAndGet())
                        made << record
                        move(record, 'begin', ['open', 'ripe', 'closed'])
                        asked << run(job)
                        open << record
                        if (open.size() > 4 * PEOPLE) {
                            move(open.take(), 'close', ['closed'])
                        }
                    }
                    for (def record = open.poll(); record != null; record = open.poll()) {
                        move(record, 'close', ['closed'])
                    }
                } catch (Throwable failed) {
                    failures << failed
                }
            }
        }
        threads*.join()
        failures.each { throw it }
    }

    /** All kinds of strikes, in an order of their own. */
    private void strike() {
        def strikes = [
            node     : { def node = nodes[random.nextInt(2)]; node.kill(); node.start() },
            both     : { nodes*.kill(); nodes*.start() },
            stall    : { def node = nodes[random.nextInt(2)]; node.stall(); Thread.start { pause.await(20, TimeUnit.SECONDS); node.goOn() } },
            backend  : { postgres.killBackend() },
            postgres : { postgres.kill(); postgres.start() },
        ]
        def order = strikes.keySet().toList() + ['node', 'postgres', 'node']
        Collections.shuffle(order, random)
        order.each { name ->
            pause.await(1000 + random.nextInt(2500), TimeUnit.MILLISECONDS)
            println "Strike: $name"
            strikes[name].call()
        }
    }

    def 'the books agree'() {
        given:
        receiver.answer = { Map body -> take(body) }
        assert insist { Caller node -> node.post('/api/sys/webhook', [url: receiver.url(), events: ['books.*'], allow_private: true, secret: 's']) }.status == 201
        def job = insist { Caller node -> node.get('/api/sys/job') }.json.data.find { it.name == 'books.mark' }.id as String
        def begun = System.nanoTime()

        when: 'people work while nodes and PostgreSQL are struck'
        def strikes = new FutureTask<Boolean>({ strike(); true })
        new Thread(strikes).start()
        people(job, strikes)
        println "Everybody was answered after ${seconds(begun)} s: ${made.size()} records"

        then: 'soon nothing is left to do'
        new PollingConditions(timeout: 240, delay: 0.5).eventually {
            assert rows('''select (select count(*) from main."sys$outbox") as outbox, (select count(*) from main."sys$outbox_retry") as late,
                (select count(*) from main."sys$delivery" where status <> 'sent') as deliveries, (select count(*) from main."sys$timer") as timers,
                (select count(*) from main."sys$run" where status in ('waiting', 'running')) as runs''').first().every { it.value == 0 }
        }
        println "Nothing was left after ${seconds(begun)} s; told again and known by the id: $again"

        and: 'every record went its way once: its state, where it stands, its history and its trail say the same'
        strikes.get()
        made.size() >= RECORDS
        rows('select id::text as id from main."books$entry"')*.id as Set == made
        count('''main."books$entry" e left join main."sys$flow" f on f.record = e.id where e.status <> 'closed' or e.version <> 4 or f.state is distinct from e.status''') == 0
        rows('''select record, string_agg(transition, ' ' order by at, id) as steps from main."sys$transition" group by record''')*.steps == [STEPS.join(' ')] * made.size()
        rows('''select array_agg(version order by version)::text as versions from main."sys$audit" where entity = 'books.entry' group by record''')*.versions == ['{1,2,3,4}'] * made.size()

        and: 'with each step, its hook ran once'
        rows('select entry, string_agg(step, \' \' order by created_at, id) as steps from main."books$line" group by entry')*.steps == [STEPS.join(' ')] * made.size()

        and: 'each job that was asked for was done once'
        asked.size() == made.size()
        def runs = rows('select id::text as id, status, payload ->> \'ticket\' as ticket from main."sys$run" where job is not null')
        runs*.id.containsAll(asked)
        runs*.status.unique() == ['done']
        rows('select ticket from main."books$mark"')*.ticket.sort() == runs*.ticket.sort()

        and: 'the receiver heard of every change, of each once, of those of a record in their order'
        made.every { told[it] as List == ['1 books.entry.created'] + (2..4).collect { version -> "$version books.entry.transitioned".toString() } }
        def changes = rows('select record || \' \' || version as change from main."sys$audit" where entity like \'books.%\'')*.change
        told.collectMany { record, events -> events.collect { "$record ${it.split(' ')[0]}".toString() } }.sort() == changes.sort()
        known.size() == made.size() * (1 + 2 * STEPS.size()) + runs.size()
    }

    private static long seconds(long since) {
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since)
    }
}
