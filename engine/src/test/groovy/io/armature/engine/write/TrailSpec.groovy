package io.armature.engine.write

import groovy.json.JsonSlurper
import io.armature.metadata.problem.ProblemException

/** A long random series of writes, held against plain maps; and the trail it leaves, replayed. */
class TrailSpec extends WriteSpecification {
    static final long SEED = Long.getLong('armature.seed', 20260101)

    def 'after any series of writes the tables hold what the maps hold, and the trail leads there'() {
        given:
        def random = new Random(SEED)
        def customers = (1..3).collect { create('customer', [name: "C$it".toString()]) }
        Map<UUID, Map> oracle = [:]

        when:
        for (int i = 0; i < 150; i++) {
            writeSomething(random, customers, oracle)
        }

        then: "seed $SEED"
        oracle.size() > 20
        oracle.every { id, expected ->
            def stored = row('invoice', id)
            assert stored.version == expected.version
            assert (stored.deleted_at != null) == expected.deleted
            assert stored.notes == expected.notes
            assert stored.customer == expected.customer
            if (!expected.deleted) {
                assert lines(id).collect { [it.description, it.qty, it.price] } == expected.lines.collect { [it.description, it.qty, it.price] }
                assert (stored.total ?: 0) == (expected.lines.sum { it.qty * it.price } ?: 0)
            }
            true
        }

        and: 'totals of customers follow their invoices'
        customers.every { customer ->
            def sum = oracle.values().findAll { it.customer == customer && !it.deleted }.collectMany { it.lines }.sum { it.qty * it.price } ?: 0
            (row('customer', customer).turnover ?: 0) == sum
        }

        and: 'each trail replays to what is stored'
        oracle.keySet().every { replayed(it) == stored('invoice', it) }
        sql.rows('select id from main."shop$line"')*.id.every { replayed(it) == stored('line', it) }

        and: 'each version has one event, in order'
        oracle.keySet().every { id ->
            def versions = sql.rows('select version from main."sys$outbox" where record = ? order by number', [id])*.version
            versions == (1..row('invoice', id).version).toList()
        }
    }

    private void writeSomething(Random random, List<UUID> customers, Map<UUID, Map> oracle) {
        def alive = oracle.findAll { !it.value.deleted }.keySet().toList()
        int dice = alive ? random.nextInt(10) : 0
        def id = alive ? alive[random.nextInt(alive.size())] : null
        switch (dice) {
            case 0..1:
                def made = [customer: pick(random, customers), notes: note(random), lines: (0..<random.nextInt(4)).collect { line(random) }]
                oracle[create('invoice', made)] = made + [version: 1, deleted: false]
                break
            case 2..3:
                change(oracle[id]) { update('invoice', id, [notes: it.notes = note(random)]) }
                break
            case 4:
                change(oracle[id]) { update('invoice', id, [customer: it.customer = pick(random, customers)]) }
                break
            case 5..6:
                def fresh = line(random)
                change(oracle[id]) {
                    def sent = [lines: [fresh]]
                    it.lines << fresh
                    update('invoice', id, sent)
                }
                break
            case 7:
                if (oracle[id].lines) {
                    int place = random.nextInt(oracle[id].lines.size())
                    def target = lines(id)[place].id
                    def gone = random.nextBoolean()
                    change(oracle[id]) {
                        if (gone) {
                            it.lines.remove(place)
                            update('invoice', id, [lines: [[id: target, _delete: true]]])
                        } else {
                            it.lines[place] = line(random)
                            update('invoice', id, [lines: [[id: target] + it.lines[place]]])
                        }
                    }
                }
                break
            case 8:
                change(oracle[id]) {
                    it.deleted = true
                    delete('invoice', id)
                }
                break
            default:
                def deleted = oracle.findAll { it.value.deleted }.keySet().toList()
                if (deleted) {
                    change(oracle[deleted[0]]) {
                        it.deleted = false
                        restore('invoice', deleted[0])
                    }
                }
        }
    }

    private static void change(Map expected, Closure<Written> work) {
        def written = work(expected)
        if (written.changed()) {
            expected.version++
        }
        assert written.version() == expected.version
    }

    private static Map line(Random random) {
        [description: "L${random.nextInt(1000)}".toString(), qty: random.nextInt(500) / 100g, price: random.nextInt(100000) / 100g]
    }

    private static String note(Random random) {
        random.nextInt(4) == 0 ? null : "note ${random.nextInt(3)}".toString()
    }

    private static UUID pick(Random random, List<UUID> ids) {
        ids[random.nextInt(ids.size())]
    }

    /** The values that the trail leads to. */
    private Map replayed(UUID id) {
        def values = [:]
        audit(id).each { entry ->
            entry.changes.each { name, pair ->
                assert same(values[name], pair[0])
                values[name] = pair[1]
            }
        }
        values.findAll { it.value != null }.collectEntries { [it.key, comparable(it.value)] }
    }

    private Map stored(String name, UUID id) {
        def json = sql.firstRow("select to_json(r)::text as json from main.\"shop\$$name\" r where id = ?" as String, [id]).json
        def unaudited = ['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', '_position']
        new JsonSlurper().parseText(json as String).findAll { !(it.key in unaudited) && it.value != null }
            .collectEntries { [it.key, comparable(it.value)] }
    }

    private static boolean same(Object left, Object right) {
        comparable(left) == comparable(right)
    }

    private static Object comparable(Object value) {
        value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros()
            : value instanceof String && value ==~ /\d{4}-\d\d-\d\dT.*/ ? java.time.OffsetDateTime.parse(value).toInstant()
            : value
    }
}
