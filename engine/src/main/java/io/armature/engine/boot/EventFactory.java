package io.armature.engine.boot;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.due.DueBook;
import io.armature.engine.due.DueRunner;
import io.armature.engine.due.DueWork;
import io.armature.engine.event.EventLog;
import io.armature.engine.event.Outbox;
import io.armature.engine.event.OutboxDispatcher;
import io.armature.engine.event.Subscriber;
import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.Callers;
import io.armature.engine.query.read.Facts;
import io.armature.engine.record.RecordReads;
import io.armature.engine.stream.Streams;
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
    EventLog eventLog(Database database) {
        return new EventLog(database);
    }

    @Singleton
    Streams.Identity streamIdentity(
            Callers callers, CallerCache cache, CurrentModels models, Facts facts, Tenants tenants) {
        return new Streams.Identity(callers, cache, models, facts, tenants);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Streams streams(Streams.Identity identity, RecordReads reads, EventLog log, Signals signals) {
        return new Streams(identity, reads, log, signals);
    }

    @Singleton
    OutboxDispatcher outboxDispatcher(Database database, DueBook book, List<Subscriber> subscribers) {
        return new OutboxDispatcher(database, book, subscribers);
    }
}
