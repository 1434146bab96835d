package io.armature.engine.boot;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditRows;
import io.armature.engine.audit.ErrorLog;
import io.armature.engine.audit.Refusals;
import io.armature.engine.audit.Retention;
import io.armature.engine.audit.Sealer;
import io.armature.engine.audit.TrailKeeper;
import io.armature.engine.audit.Verifier;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.tenant.Tenants;
import io.armature.engine.vault.KeyRotation;
import io.armature.engine.vault.MasterKeys;
import io.armature.engine.vault.SealedPlaces;
import io.armature.engine.vault.Vault;
import io.armature.engine.write.SealedFields;
import io.armature.engine.write.Uuids;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;

/** Builds what keeps secrets, and the trail of what happened. */
@Factory
final class TrailFactory {

    /** Keys are looked for while a writer holds a connection: those of another pool, or writers could use theirs up. */
    @Singleton
    Vault vault(PatientConnections patient, MasterKeys masters, Signals signals) {
        return new Vault(patient.database(), masters, signals);
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
    Sealer sealer(PatientConnections patient, Vault vault, Clock clock) {
        return new Sealer(patient.database(), vault, clock);
    }

    @Singleton
    Verifier verifier(PatientConnections patient, Vault vault) {
        return new Verifier(patient.database(), vault);
    }

    @Singleton
    Retention retention(Database database, Vault vault, Audit audit, Clock clock) {
        return new Retention(database, vault, audit, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    TrailKeeper trailKeeper(Tenants tenants, AuditRows rows, Sealer sealer, Retention retention) {
        return new TrailKeeper(tenants, rows, sealer, retention);
    }

    @Singleton
    SealedPlaces sealedFields(CurrentModels models) {
        return new SealedFields(models);
    }

    @Singleton
    KeyRotation keyRotation(Database database, Vault vault, MasterKeys masters, Collection<SealedPlaces> places) {
        return new KeyRotation(database, vault, masters, places);
    }

    @Singleton
    @Bean(preDestroy = "close")
    ErrorLog errorLog(Database database, Clock clock) {
        return new ErrorLog(database, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Refusals refusals(Database database, Audit audit) {
        return new Refusals(database, audit);
    }
}
