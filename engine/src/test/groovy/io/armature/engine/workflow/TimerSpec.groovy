package io.armature.engine.workflow

import io.armature.engine.record.WorkflowTimers
import io.armature.engine.tenant.Tenants
import java.time.Duration
import java.time.Instant

class TimerSpec extends WorkflowSpecification {
    @Override
    Map<String, String> more() {
        [
            'entities/case.yaml' : '''
                label: name
                features: { softDelete: true }
                fields:
                  name:    { type: text }
                  stage:   { type: choice, options: { open: Open, late: Late, closed: Closed } }
                  waiting: { type: boolean, default: true }
                ''',
            'workflows/case.yaml': '''
                entity: trade.case
                field: stage
                states:
                  open:   { title: Open case, initial: true }
                  late:   { title: Late }
                  closed: { final: true }
                transitions:
                  escalate: { from: open, to: late, comment: required, notify: [owner] }
                  close:    { from: [open, late], to: closed, when: "name != null" }
                timers:
                  - { in: open, after: P2D, when: waiting, do: { transition: escalate, notify: ["role:chief"] } }
                  - { name: nudge, in: late, after: P1D, every: P1D, do: { notify: [owner], message: Still late } }
                  - { in: late, after: P30D, when: "!waiting", do: { transition: close } }
                ''',
        ]
    }

    /** Puts what runs so far into the past, and has this node look. */
    void pass(Duration time) {
        sql.execute('update "' + schema + '"."sys$timer" set due_at = due_at - ?::interval', [time.toString()])
        server.bean(WorkflowTimers).run(server.bean(Tenants).named('main').get(), Instant.now())
    }

    List<String> running(String place) {
        admin.get("$place/workflow").json['timers']*.timer.sort()
    }

    def 'a timer acts when its time has come, and not before'() {
        given:
        def place = made(admin.post('/api/trade/case', [name: 'A']))

        when:
        pass(Duration.ofHours(47))

        then:
        admin.get(place).json['stage'] == 'open'
        running(place) == ['open_PT48H']

        when:
        pass(Duration.ofHours(2))

        then:
        admin.get(place).json['stage'] == 'late'
        running(place) == ['late_PT720H', 'nudge']
        with(admin.get("$place/workflow").json['history'][0]) { transition == 'escalate' && actor == new UUID(0, 0).toString() }
    }

    def 'its condition is asked when the time has come'() {
        given:
        def place = made(admin.post('/api/trade/case', [name: 'B']))
        admin.patch(place, [waiting: false])
        pass(Duration.ofDays(3))

        expect:
        admin.get(place).json['stage'] == 'open'
        running(place) == []
    }

    def 'leaving the state or being deleted ends it'() {
        given:
        def closed = made(admin.post('/api/trade/case', [name: 'C']))
        def deleted = made(admin.post('/api/trade/case', [name: 'D']))
        take(admin, closed, 'close')
        admin.delete(deleted)
        pass(Duration.ofDays(3))

        expect:
        running(closed) == []
        admin.get(closed).json['stage'] == 'closed'
        admin.post("$deleted/restore").json['stage'] == 'open'
        running(deleted) == ['open_PT48H']
    }

    def 'a timer that repeats is looked at again and again'() {
        given:
        def place = made(admin.post('/api/trade/case', [name: 'E']))
        admin.post("$place/transitions/escalate", [comment: 'x'])

        expect:
        (1..3).each {
            pass(Duration.ofDays(1))
            def nudge = admin.get("$place/workflow").json['timers'].find { it['timer'] == 'nudge' }
            assert Duration.between(Instant.now(), Instant.parse(nudge['at'] as String)).toHours() == 23
        }
    }

    def 'a transition that is not possible when the time has come does not stop the others'() {
        given:
        def stuck = made(admin.post('/api/trade/case', [waiting: false]))
        def fine = made(admin.post('/api/trade/case', [name: 'F', waiting: false]))
        [stuck, fine].each { admin.post("$it/transitions/escalate", [comment: 'x']) }
        pass(Duration.ofDays(31))

        expect:
        admin.get(stuck).json['stage'] == 'late'
        admin.get(fine).json['stage'] == 'closed'
    }

    def 'two nodes that look at once act once'() {
        given:
        def place = made(admin.post('/api/trade/case', [name: 'G']))
        sql.execute('update "' + schema + '"."sys$timer" set due_at = now() - interval \'1 hour\' where record = ?', [UUID.fromString(id(place))])
        def tenant = server.bean(Tenants).named('main').get()

        when:
        (1..4).parallelStream().forEach { server.bean(WorkflowTimers).run(tenant, Instant.now()) }

        then:
        admin.get("$place/workflow").json['history']*.transition == ['escalate']
    }
}
