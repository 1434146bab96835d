package io.armature.engine.boot;

import io.armature.engine.db.Database;
import io.armature.engine.due.DueBook;
import io.armature.engine.due.DueRunner;
import io.armature.engine.due.DueWork;
import io.armature.engine.event.Outbox;
import io.armature.engine.event.OutboxDispatcher;
import io.armature.engine.event.Subscriber;
import io.armature.engine.tenant.Tenants;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Builds what is done after a transaction: due work, and the delivery of events. */
@Factory
final class EventFactory {

    @Singleton
    DueBook dueBook() {
        return new DueBook();
    }

    @Singleton
    @Bean(preDestroy = "close")
    DueRunner dueRunner(Database database, DueBook book, Tenants tenants, List<DueWork> works, Clock clock) {
        return new DueRunner(database, book, tenants, works, clock);
    }

    @Singleton
    Outbox outbox(DueBook book) {
        return new Outbox(book);
    }

    @Singleton
    OutboxDispatcher outboxDispatcher(Database database, DueBook book, List<Subscriber> subscribers) {
        return new OutboxDispatcher(database, book, subscribers);
    }
}
