package io.armature.engine.script

import com.fasterxml.jackson.databind.ObjectMapper
import com.sun.management.OperatingSystemMXBean
import groovy.transform.CompileStatic
import io.armature.engine.current.RequestContext
import io.armature.engine.identity.User
import io.armature.engine.tenant.Tenant
import io.armature.metadata.model.Model
import io.armature.testing.Models
import io.armature.testing.Slow
import java.lang.management.ManagementFactory
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What a call of a warm function costs in time of processors, all that belongs to it included: others may be busy here too. */
@Slow
class HookSpeedSpec extends Specification {
    private static final OperatingSystemMXBean MACHINE = ManagementFactory.operatingSystemMXBean as OperatingSystemMXBean
    private static final int ROUNDS = 60
    private static final int CALLS = 500

    @Shared Model model = Models.of('speed', [
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
    @Shared @AutoCleanup Hooks hooks = new Hooks()

    def 'a call of a function that totals five lines costs less than a statement of the database'() {
        given:
        def scene = Scene.reading(new RequestContext(new Tenant('main', 'main', [] as Set), model, User.SYSTEM, Locale.ENGLISH, 'speed'), Instant.now())

        when:
        def times = measure(scene)
        println "HookSpeedSpec: a call that totals five lines takes ${times.min() / 1000} µs at best, ${times.sort()[ROUNDS / 2 as int] / 1000} µs at the median"

        then:
        order().with { record -> hooks.run(scene, Point.BEFORE_SAVE, [record]); record.value(model.require('speed.order').fields().total) == 65.00 }
        times.min() < 200_000
    }

    @CompileStatic
    private List<Long> measure(Scene scene) {
        (1..ROUNDS).collect {
            def records = (1..CALLS).collect { order() }
            long began = MACHINE.processCpuTime
            hooks.run(scene, Point.BEFORE_SAVE, records)
            (MACHINE.processCpuTime - began).intdiv(CALLS) as long
        }
    }

    @CompileStatic
    private ReplayRecord order() {
        def lines = (1..5).collect { """{"added": false, "id": "00000000-0000-0000-0000-00000000000$it", "rest": {"qty": $it, "price": ${it + 0.50G}}}""" }
        def json = new ObjectMapper().readTree("""{"id": "00000000-0000-0000-0000-000000000009", "rest": {"name": "x"}, "lines": {"lines": $lines}}""".toString())
        new ReplayRecord(model, model.require('speed.order'), json, com.fasterxml.jackson.databind.node.MissingNode.instance)
    }
}
