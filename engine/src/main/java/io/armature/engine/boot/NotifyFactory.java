package io.armature.engine.boot;

import io.armature.engine.access.Access;
import io.armature.engine.db.Database;
import io.armature.engine.due.DueBook;
import io.armature.engine.notify.Followers;
import io.armature.engine.notify.Notifications;
import io.armature.engine.query.read.Facts;
import io.armature.engine.record.Readers;
import io.armature.engine.record.RecordReads;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Builds what brings messages to people. */
@Factory
final class NotifyFactory {

    @Singleton
    Readers readers(Database database, RecordReads reads, Facts facts, Access access, Clock clock) {
        return new Readers(database, reads, facts, access, clock);
    }

    @Singleton
    Notifications notifications(Database database, DueBook book, Clock clock) {
        return new Notifications(database, book, clock);
    }

    @Singleton
    Followers followers(Database database, RecordReads reads, Clock clock) {
        return new Followers(database, reads, clock);
    }
}
