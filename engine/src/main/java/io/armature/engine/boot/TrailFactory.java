package io.armature.engine.boot;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditRows;
import io.armature.engine.audit.Refusals;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.vault.MasterKeys;
import io.armature.engine.vault.Vault;
import io.armature.engine.write.Uuids;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Builds what keeps secrets, and the trail of what happened. */
@Factory
final class TrailFactory {

    @Singleton
    Vault vault(Database database, MasterKeys masters, Signals signals) {
        return new Vault(database, masters, signals);
    }

    @Singleton
    AuditRows auditRows(Vault vault) {
        return new AuditRows(vault);
    }

    @Singleton
    Audit audit(Database database, AuditRows rows, Clock clock) {
        return new Audit(database, rows, clock, new Uuids()::next);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Refusals refusals(Database database, Audit audit) {
        return new Refusals(database, audit);
    }
}
