package io.armature.engine.schema

import io.armature.metadata.model.Model
import io.armature.testing.Slow

@Slow
class ManyEntitiesSpec extends SchemaSpec {
    static final int ENTITIES = 1_000

    def 'a thousand entities are planned and made in one transaction, and planned again in no time'() {
        given:
        Model model = Entities.model((1..ENTITIES).collectEntries { number -> ["e$number" as String, entity(number)] })
        def times = [:]

        when:
        def plan = timed(times, 'plan') { this.plan(model) }
        timed(times, 'apply') { applier.apply(plan) }
        def again = timed(times, 'plan again') { this.plan(model) }
        println "$ENTITIES entities, ${plan.steps().size()} steps: $times"

        then:
        plan.blocking().empty
        again.empty
        times.values().sum() < 60_000
    }

    private static Map<String, Object> entity(int number) {
        int other = Math.max(1, number - 7)
        def body = [fields: [
            code: [type: 'text', unique: true, max: 20], name: [type: 'text', required: true], amount: [type: 'money', min: 0],
            on: [type: 'date'], state: [type: 'choice', options: [a: 'A', b: 'B'], default: 'a'],
            parent: [type: 'link', to: "crm.e$other" as String], notes: [type: 'longText'], active: [type: 'boolean', default: true],
        ], search: [name: 'A'], indexes: [['state', 'on']]] as Map<String, Object>
        number % 10 == 0 ? body + [fields: body.fields + [many: [type: 'links', to: 'crm.e1']]] : body
    }

    private static <T> T timed(Map times, String what, Closure<T> work) {
        long start = System.nanoTime()
        T result = work()
        times[what] = (System.nanoTime() - start).intdiv(1_000_000)
        result
    }
}
