package io.armature.engine.script

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.MissingNode
import groovy.transform.CompileStatic
import io.armature.engine.current.RequestContext
import io.armature.engine.identity.User
import io.armature.engine.tenant.Tenant
import io.armature.metadata.model.Model
import io.armature.testing.Models
import java.lang.management.ManagementFactory
import java.lang.management.ThreadMXBean
import java.time.Instant

/**
 * Measures what a call of a warm function costs: the processor time of all threads that have to do with it, in the best of many
 * rounds, as others may be busy here too, and what they leave in the caches is not the function's doing.
 */
@CompileStatic
final class HookSpeed {
    private static final ThreadMXBean THREADS = ManagementFactory.threadMXBean
    private static final int ROUNDS = 600
    private static final int CALLS = 200
    private static final ObjectMapper JSON = new ObjectMapper()

    static final Model MODEL = Models.of('speed', [
        'entities/order.yaml': 'label: name\nfields: { name: { type: text }, total: { type: decimal }, lines: { type: lines, of: speed.line } }\n',
        'entities/line.yaml' : 'label: name\nfields: { name: { type: text }, qty: { type: decimal }, price: { type: decimal } }\n',
        'hooks/order.js'     : '''
            export default {
              beforeSave(order) {
                let total = Decimal('0')
                for (const line of order.lines) total = total.plus(line.qty.times(line.price))
                order.total = total.round(2)
              },
            }
            '''.stripIndent(),
    ])

    private HookSpeed() {}

    /** Prints the nanoseconds of a call in the best round, in the best tenth and at the median; and the last total. */
    static void main(String[] arguments) {
        def scene = Scene.reading(new RequestContext(new Tenant('main', 'main', [] as Set), MODEL, User.SYSTEM, Locale.ENGLISH, 'speed'), Instant.now())
        List<Long> times = []
        ReplayRecord last = order()
        new Hooks().withCloseable { hooks ->
            ROUNDS.times {
                List<ReplayRecord> records = []
                CALLS.times { records.add(order()) }
                long began = spent()
                hooks.run(scene, Point.BEFORE_SAVE, records)
                times.add((spent() - began).intdiv(CALLS) as Long)
                last = records.last()
            }
        }
        times.sort()
        println "best ${times[0]} tenth ${times[ROUNDS.intdiv(10)]} median ${times[ROUNDS.intdiv(2)]} total ${last.value(MODEL.require('speed.order').fields().total)}"
    }

    /** Nanoseconds that the threads of functions, the one that looks after them and the one that calls them have had. */
    private static long spent() {
        long caller = Thread.currentThread().threadId()
        long sum = 0
        for (thread in THREADS.getThreadInfo(THREADS.allThreadIds)) {
            if (thread != null && (thread.threadId == caller || thread.threadName.startsWith('script'))) {
                sum += Math.max(0L, THREADS.getThreadCpuTime(thread.threadId))
            }
        }
        sum
    }

    private static ReplayRecord order() {
        def lines = (1..5).collect { """{"added": false, "id": "00000000-0000-0000-0000-00000000000$it", "rest": {"qty": $it, "price": ${it}.50}}""" }
        def json = JSON.readTree("""{"id": "00000000-0000-0000-0000-000000000009", "rest": {"name": "x"}, "lines": {"lines": $lines}}""".toString())
        new ReplayRecord(MODEL, MODEL.require('speed.order'), json, MissingNode.instance)
    }
}
