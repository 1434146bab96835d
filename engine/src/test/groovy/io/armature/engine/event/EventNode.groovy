package io.armature.engine.event

import groovy.transform.CompileStatic
import io.armature.engine.db.Database
import io.armature.engine.db.Signals
import io.armature.engine.due.DueBook
import io.armature.engine.due.DueRunner
import io.armature.engine.due.DueWork
import io.armature.engine.tenant.SchemaMigrations
import io.armature.engine.tenant.Tenant
import io.armature.engine.tenant.Tenants
import java.time.Clock
import java.time.Instant
import javax.sql.DataSource

/** What a node has to deliver events, without the rest of it. */
@CompileStatic
final class EventNode implements AutoCloseable {
    final Database database
    final DueBook book = new DueBook()
    final Outbox outbox = new Outbox(book)
    final Tenants tenants
    final OutboxDispatcher dispatcher
    private final DueRunner runner

    EventNode(DataSource source, List<Subscriber> subscribers, Clock clock = Clock.systemUTC(), List<DueWork> works = []) {
        database = new Database(source)
        tenants = new Tenants(database, new SchemaMigrations(source), new Signals(source))
        tenants.start()
        dispatcher = new OutboxDispatcher(database, book, subscribers)
        runner = new DueRunner(database, book, tenants, works + [(DueWork) dispatcher], clock)
    }

    EventNode started() {
        runner.start()
        this
    }

    Tenant getTenant() { tenants.require(Tenant.MAIN) }

    static Event event(String name, UUID record, long version) {
        new Event(UUID.randomUUID(), Instant.now(), name, Optional.of(new Event.Subject('shop.order', record, version)), new UUID(0, 0),
            '{"a": [1, 2]}', Event.NOTHING, 'request-1')
    }

    /** Tells the events in one transaction. */
    void tell(Event... events) {
        database.transaction { transaction ->
            events.each { outbox.add(transaction, tenant, it) }
            true
        }
    }

    @Override
    void close() {
        runner.close()
    }
}
