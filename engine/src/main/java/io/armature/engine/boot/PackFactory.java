package io.armature.engine.boot;

import io.armature.engine.audit.Audit;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.ModelLoader;
import io.armature.engine.current.PackLibrary;
import io.armature.engine.db.Database;
import io.armature.engine.pack.ArchiveShelf;
import io.armature.engine.pack.FirstPacks;
import io.armature.engine.pack.ModelParts;
import io.armature.engine.pack.PackInstaller;
import io.armature.engine.pack.PackOrders;
import io.armature.engine.pack.PackPlanner;
import io.armature.engine.pack.ShippedPacks;
import io.armature.engine.pack.seed.SeedLoader;
import io.armature.engine.record.Records;
import io.armature.engine.schema.Pause;
import io.armature.engine.schema.SchemaApplier;
import io.armature.engine.schema.SchemaLock;
import io.armature.engine.schema.SchemaPlanner;
import io.armature.engine.schema.SchemaSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Builds what changes schemas and packs. */
@Factory
final class PackFactory {

    @Singleton
    SchemaSettings settings() {
        return SchemaSettings.DEFAULT;
    }

    @Singleton
    SchemaPlanner schemaPlanner(SchemaSettings settings) {
        return new SchemaPlanner(settings);
    }

    @Singleton
    SchemaLock schemaLock(PatientConnections patient, SchemaSettings settings) {
        return new SchemaLock(patient.database(), settings, Pause.resting());
    }

    @Singleton
    SchemaApplier schemaApplier(
            PatientConnections patient, Database database, SchemaLock lock, SchemaSettings settings) {
        return new SchemaApplier(patient.database(), database, lock, settings);
    }

    @Singleton
    ShippedPacks shippedPacks() {
        return ShippedPacks.ofThisProcess();
    }

    @Singleton
    FirstPacks firstPacks(ShippedPacks shipped, PackPlanner planner, PackInstaller installer) {
        return new FirstPacks(shipped, planner, installer);
    }

    @Singleton
    ModelParts modelParts(Database database, PackLibrary library) {
        return new ModelParts(database, library);
    }

    @Singleton
    PackOrders packOrders(ArchiveShelf shelf, PackPlanner planner, PackInstaller installer) {
        return new PackOrders(shelf, planner, installer);
    }

    @Singleton
    ArchiveShelf shelf(Database database, PackLibrary library, ShippedPacks shipped) {
        return new ArchiveShelf(database, library, shipped);
    }

    @Singleton
    PackPlanner packPlanner(
            PatientConnections patient,
            PackLibrary library,
            ModelLoader loader,
            CurrentModels models,
            SchemaPlanner schemas) {
        return new PackPlanner(patient.database(), library, loader, models, schemas);
    }

    @Singleton
    SeedLoader seedLoader(Records records) {
        return new SeedLoader(records);
    }

    @Singleton
    PackInstaller packInstaller(
            SchemaLock lock, SchemaApplier applier, SeedLoader seeds, CurrentModels models, Audit audit) {
        return new PackInstaller(lock, applier, seeds, models, audit);
    }
}
