package io.armature.engine.boot;

import io.armature.engine.access.Access;
import io.armature.engine.audit.Audit;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.LiveModel;
import io.armature.engine.current.ModelLoader;
import io.armature.engine.current.ModelWatcher;
import io.armature.engine.current.PackCompiler;
import io.armature.engine.current.PackLibrary;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.identity.SigningKey;
import io.armature.engine.print.ExportFiles;
import io.armature.engine.print.Fonts;
import io.armature.engine.print.PaperTables;
import io.armature.engine.print.PdfPress;
import io.armature.engine.print.PrintCheck;
import io.armature.engine.print.Prints;
import io.armature.engine.query.read.RecordReader;
import io.armature.engine.query.request.Cursors;
import io.armature.engine.record.RecordReads;
import io.armature.engine.script.Hooks;
import io.armature.engine.tenant.SchemaMigrations;
import io.armature.engine.tenant.Tenants;
import io.armature.engine.transfer.Exports;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** Builds the foundations from the pool of connections, which is there before anything else. */
@Factory
final class EngineFactory {

    /** Unless the server was given another. */
    @Singleton
    @Requires(missingBeans = Clock.class)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    Database database(DataSource source) {
        return new Database(source);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Signals signals(DataSource source) {
        return new Signals(source);
    }

    @Singleton
    @Bean(preDestroy = "close")
    PatientConnections patientConnections(DataSource source) {
        return PatientConnections.of(ConnectionPool.patient(source));
    }

    @Singleton
    SchemaMigrations migrations(PatientConnections patient) {
        return new SchemaMigrations(patient.source());
    }

    @Singleton
    Tenants tenants(Database database, SchemaMigrations migrations, Signals signals) {
        return new Tenants(database, migrations, signals);
    }

    @Singleton
    CurrentModels models() {
        return new CurrentModels();
    }

    @Singleton
    PackLibrary library(Database database) {
        return new PackLibrary(database);
    }

    @Singleton
    PackCompiler packCompiler(Hooks hooks) {
        return new PackCompiler(List.of(hooks::check, PrintCheck::check));
    }

    @Singleton
    ModelLoader loader(PackLibrary library, PackCompiler compiler) {
        return new ModelLoader(library, compiler);
    }

    @Singleton
    @Bean(preDestroy = "close")
    ModelWatcher modelWatcher(
            Database database, Tenants tenants, ModelLoader loader, CurrentModels models, Signals signals) {
        return new ModelWatcher(database, tenants, loader, models, signals);
    }

    @Singleton
    LiveModel liveModel(CurrentModels models, ModelWatcher watcher) {
        return new LiveModel(models, watcher);
    }

    @Singleton
    @Bean(preDestroy = "close")
    SteadyConnections steadyConnections(DataSource source) {
        return SteadyConnections.of(ConnectionPool.steady(source));
    }

    @Singleton
    RecordReader recordReader(Database database, SteadyConnections steady) {
        return new RecordReader(database, steady.database(), new Cursors(SigningKey.load(database, SigningKey.CURSOR)));
    }

    @Singleton
    RecordReads recordReads(RecordReader reader, Access access, Clock clock, Hooks hooks) {
        return new RecordReads(reader, access, clock, hooks);
    }

    @Singleton
    Exports exports(RecordReads records, Audit audit) {
        return new Exports(records, audit);
    }

    @Singleton
    PdfPress pdfPress(ServerOptions options) {
        return new PdfPress(Fonts.of(options.data().resolve("fonts")));
    }

    @Singleton
    PaperTables paperTables(PdfPress press) {
        return new PaperTables(press);
    }

    @Singleton
    Prints prints(Database database, RecordReads records, Access access, Audit audit, PdfPress press, Clock clock) {
        return new Prints(database, records, access, audit, press, clock);
    }

    @Singleton
    ExportFiles exportFiles(Access access, Exports exports, PdfPress press, Clock clock) {
        return new ExportFiles(access, exports, press, clock);
    }
}
