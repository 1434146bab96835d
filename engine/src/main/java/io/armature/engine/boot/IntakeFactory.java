package io.armature.engine.boot;

import io.armature.engine.access.Access;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.file.StoredFiles;
import io.armature.engine.identity.Callers;
import io.armature.engine.intake.IntakeContexts;
import io.armature.engine.intake.IntakeTemplates;
import io.armature.engine.intake.IntakeUndo;
import io.armature.engine.intake.IntakeWork;
import io.armature.engine.intake.Intakes;
import io.armature.engine.job.BackgroundWork;
import io.armature.engine.job.Jobs;
import io.armature.engine.query.read.Facts;
import io.armature.engine.record.PartialWriter;
import io.armature.engine.script.Hooks;
import io.armature.engine.transfer.Imports;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Builds what takes files in. */
@Factory
final class IntakeFactory {

    @Singleton
    IntakeContexts intakeContexts(Callers callers, CurrentModels models, Facts facts) {
        return new IntakeContexts(callers, models, facts);
    }

    @Singleton
    Intakes intakes(Database database, Access access, StoredFiles files, Hooks hooks, Jobs jobs, Clock clock) {
        return new Intakes(database, access, files, hooks, jobs, clock);
    }

    @Singleton
    IntakeTemplates intakeTemplates(Database database, Access access) {
        return new IntakeTemplates(database, access);
    }

    @Singleton
    @Named("import")
    BackgroundWork intakeWork(
            Database database, Access access, StoredFiles files, Imports imports, IntakeContexts contexts) {
        return new IntakeWork(database, access, files, imports, contexts);
    }

    @Singleton
    @Named("import_undo")
    BackgroundWork intakeUndo(Database database, PartialWriter writer, IntakeContexts contexts) {
        return new IntakeUndo(database, writer, contexts);
    }
}
