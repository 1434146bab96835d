package io.armature.engine.event

import groovy.sql.Sql
import io.armature.testing.Database
import java.time.Clock
import java.time.Duration
import java.time.Instant
import javax.sql.DataSource
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class OutboxDispatcherSpec extends Specification {
    static final PollingConditions SOON = new PollingConditions(timeout: 20, delay: 0.02)
    @Shared DataSource database = Database.fresh()
    @Shared Sql sql = new Sql(database)
    @Shared Listener willing = new Listener('willing')
    @Shared Listener moody = new Listener('moody')
    @Shared @AutoCleanup EventNode node = new EventNode(database, [willing, moody]).started()

    def setup() {
        moody.refuses = { false }
        moody.wanted = { true }
    }

    private List<Map> rows(String table) {
        sql.rows("select * from tenant_main.\"$table\"".toString())
    }

    def 'every subscriber that wants an event gets it once, whole, and nothing stays'() {
        given:
        def record = UUID.randomUUID()
        def event = EventNode.event('shop.order.created', record, 1)
        def other = Event.of(UUID.randomUUID(), Instant.parse('2026-01-01T00:00:00Z'), 'shop.closed', Optional.empty(), new UUID(0, 0), '{"by": "Ann"}', 'r')
        moody.wanted = { it.name() == 'shop.closed' }

        when:
        node.tell(event, other)

        then:
        SOON.eventually {
            assert willing.heard*.id().containsAll([event.id(), other.id()])
            assert moody.heard == [other]
            assert rows('sys$outbox').empty
        }
        willing.heard.count { it.id() == event.id() } == 1
        with(willing.heard.find { it.id() == event.id() }) {
            subject() == event.subject()
            changes() == '{"a": [1, 2]}'
            request() == 'request-1'
        }
    }

    def 'what is undone is not told'() {
        when:
        node.database.transaction { transaction ->
            node.outbox.add(transaction, node.tenant, EventNode.event('shop.order.undone', UUID.randomUUID(), 1))
            transaction.rollbackOnly()
        }
        def last = EventNode.event('shop.order.last', UUID.randomUUID(), 1)
        node.tell(last)

        then:
        SOON.eventually { assert willing.heard*.id().contains(last.id()) }
        !willing.heard*.name().contains('shop.order.undone')
    }

    def 'who fails gets it again, later events of the record wait behind, others and other subscribers do not'() {
        given:
        def (stuck, free) = [UUID.randomUUID(), UUID.randomUUID()]
        moody.refuses = { it.subject().get().record() == stuck }

        when:
        node.tell(EventNode.event('shop.order.updated', stuck, 1))
        node.tell(EventNode.event('shop.order.updated', stuck, 2), EventNode.event('shop.order.updated', free, 1))
        node.tell(EventNode.event('shop.order.updated', stuck, 3))

        then:
        SOON.eventually {
            assert willing.versions(stuck) == [1, 2, 3]
            assert moody.versions(free) == [1]
            assert rows('sys$outbox').empty
            assert rows('sys$outbox_retry').size() == 3
        }
        moody.versions(stuck).empty
        rows('sys$outbox_retry').find { it.version == 1 }.error.contains('not now')

        when:
        moody.refuses = { false }

        then:
        SOON.eventually {
            assert moody.versions(stuck) == [1, 2, 3]
            assert rows('sys$outbox_retry').empty
        }
    }

    def 'an event does not wait behind one that is taken while it is looked at'() {
        given: 'the second comes when the first is due again'
        def record = UUID.randomUUID()
        def quiet = new EventNode(Database.fresh(), [moody])
        moody.refuses = { it.subject().get().record() == record }
        quiet.tell(EventNode.event('shop.order.updated', record, 1))
        quiet.dispatcher.run(quiet.tenant, Instant.now())
        quiet.tell(EventNode.event('shop.order.updated', record, 2))

        when:
        moody.refuses = { false }
        quiet.dispatcher.run(quiet.tenant, Instant.now().plusSeconds(10))

        then:
        moody.versions(record) == [1, 2]
        quiet.dispatcher.run(quiet.tenant, Instant.now()).empty

        cleanup:
        quiet.close()
    }

    def 'what is refused for a day is given up, kept to be looked at, and holds up nothing any more'() {
        given:
        def record = UUID.randomUUID()
        moody.refuses = { it.subject().get().version() == 1 }

        when:
        node.tell(EventNode.event('shop.order.updated', record, 1), EventNode.event('shop.order.updated', record, 2))

        then:
        SOON.eventually { assert rows('sys$outbox_retry').size() == 2 }

        when: 'it failed often enough'
        sql.execute('update tenant_main."sys$outbox_retry" set attempts = 34, next_at = now() where version = 1')
        sql.execute('insert into armature.due_work (tenant, kind, due_at) values (\'main\', \'outbox\', now())')

        then:
        SOON.eventually {
            assert moody.versions(record) == [2]
            assert rows('sys$outbox_retry')*.version == [1]
        }
        rows('sys$outbox_retry').first().dead_at

        cleanup:
        sql.execute('delete from tenant_main."sys$outbox_retry"')
    }

    def 'a transaction that numbers its event early and is kept late loses nothing'() {
        given:
        def (early, late) = [EventNode.event('shop.order.early', UUID.randomUUID(), 1), EventNode.event('shop.order.late', UUID.randomUUID(), 1)]

        when:
        node.database.transaction { transaction ->
            node.outbox.add(transaction, node.tenant, early)
            node.tell(late)
            SOON.eventually { assert willing.heard*.id().contains(late.id()) }
        }

        then:
        SOON.eventually { assert willing.heard*.id().contains(early.id()) }
    }

    def 'two nodes tell each event once, those of a record in order, while many write'() {
        given:
        def second = new EventNode(database, [willing, moody]).started()
        def records = (1..20).collect { UUID.randomUUID() }
        willing.heard.clear()

        when:
        def writers = records.withIndex().collect { record, i ->
            Thread.start {
                (1..50).each { version -> (version % 2 ? node : second).tell(EventNode.event('shop.order.updated', record, version)) }
            }
        }
        writers*.join()

        then:
        SOON.eventually {
            assert willing.heard.size() == 1000
            assert rows('sys$outbox').empty
        }
        records.every { willing.versions(it) == (1L..50L) as List }

        cleanup:
        second.close()
    }

    def 'what a node wrote that died before it looked is told by another'() {
        given: 'a node that never looks, and one whose clock is a little ahead'
        def source = Database.fresh()
        def dead = new EventNode(source, [])
        def heard = new Listener('heard')
        def event = EventNode.event('shop.order.created', UUID.randomUUID(), 1)
        dead.tell(event)

        when:
        def living = new EventNode(source, [heard], Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1))).started()

        then:
        SOON.eventually { assert heard.heard*.id() == [event.id()] }

        cleanup:
        living.close()
    }

    def 'what a node was at when it died is taken over'() {
        given:
        def source = Database.fresh()
        def heard = new Listener('heard')
        def living = new EventNode(source, [heard])
        def event = EventNode.event('shop.order.created', UUID.randomUUID(), 1)
        living.tell(event)
        new Sql(source).execute('delete from armature.due_work')
        new Sql(source).execute('insert into armature.due_run values (\'main\', \'outbox\', gen_random_uuid(), now())')

        when:
        living.started()

        then:
        SOON.eventually { assert heard.heard*.id() == [event.id()] }

        cleanup:
        living.close()
    }

    def 'what waits in a tenant of which nothing is noted is found by a look at all'() {
        given:
        def source = Database.fresh()
        def heard = new Listener('heard')
        def living = new EventNode(source, [heard])
        def event = EventNode.event('shop.order.created', UUID.randomUUID(), 1)
        new EventNode(source, []).tell(event)
        new Sql(source).execute('delete from armature.due_work')

        when:
        living.started()
        living.dispatcher.sweep(living.tenants)

        then:
        SOON.eventually { assert heard.heard*.id() == [event.id()] }

        cleanup:
        living.close()
    }
}
