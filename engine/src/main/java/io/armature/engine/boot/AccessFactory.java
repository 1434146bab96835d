package io.armature.engine.boot;

import io.armature.engine.access.Access;
import io.armature.engine.access.Delegations;
import io.armature.engine.access.Roles;
import io.armature.engine.access.StandingCache;
import io.armature.engine.audit.Audit;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.Callers;
import io.armature.engine.query.read.Facts;
import io.armature.engine.record.Explanations;
import io.armature.engine.record.RecordReads;
import io.armature.engine.record.RoleDrafts;
import io.armature.engine.record.Shares;
import io.armature.engine.write.RecordWriter;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Builds what decides who may do what. */
@Factory
final class AccessFactory {

    /** What somebody lends depends on his own roles and groups. */
    @Singleton
    StandingCache standings(Database database, Callers callers, CallerCache cache, Signals signals, Clock clock) {
        StandingCache standings = new StandingCache(database, callers, signals, clock);
        cache.onForget(standings::forget);
        return standings;
    }

    @Singleton
    Access access(StandingCache standings, Clock clock) {
        return Access.of(standings, clock);
    }

    @Singleton
    Roles roles(Database database, Access access, StandingCache standings, Audit audit) {
        return new Roles(database, access, standings, audit);
    }

    @Singleton
    Delegations delegations(Database database, StandingCache standings, Audit audit, Clock clock) {
        return new Delegations(database, standings, audit, clock);
    }

    @Singleton
    Shares shares(Database database, RecordReads reads, StandingCache standings, Audit audit, Clock clock) {
        return new Shares(database, reads, standings, audit, clock);
    }

    @Singleton
    Explanations explanations(
            Database database, Callers callers, Access access, Facts facts, RecordWriter writer, Clock clock) {
        return new Explanations(database, callers, access, facts, writer, clock);
    }

    @Singleton
    RoleDrafts drafts(Database database, Callers callers, Access access, Facts facts, Clock clock) {
        return new RoleDrafts(database, callers, access, facts, clock);
    }
}
