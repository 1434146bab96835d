package io.armature.engine.boot;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.TrailErasure;
import io.armature.engine.current.ModelLoader;
import io.armature.engine.current.ModelWatcher;
import io.armature.engine.db.Database;
import io.armature.engine.due.DueWork;
import io.armature.engine.file.BlobStore;
import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.FirstAdministrator;
import io.armature.engine.pack.ArchiveShelf;
import io.armature.engine.pack.PackOrders;
import io.armature.engine.schema.SchemaApplier;
import io.armature.engine.schema.SchemaPlanner;
import io.armature.engine.site.KeyChange;
import io.armature.engine.site.People;
import io.armature.engine.site.SiteContents;
import io.armature.engine.site.SiteExport;
import io.armature.engine.site.SiteImport;
import io.armature.engine.site.SiteKeeper;
import io.armature.engine.site.SiteMoves;
import io.armature.engine.site.Sites;
import io.armature.engine.tenant.Tenants;
import io.armature.engine.vault.KeyRotation;
import io.armature.engine.vault.KeyTransport;
import io.armature.engine.vault.MasterKeys;
import io.armature.engine.vault.Vault;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Builds what is done with whole tenants. */
@Factory
final class SiteFactory {

    @Singleton
    Sites sites(
            Tenants tenants,
            ModelWatcher models,
            FirstAdministrator administrators,
            PackOrders packs,
            Audit audit,
            Clock clock) {
        return new Sites(tenants, models, administrators, packs, audit, clock);
    }

    @Singleton
    KeyTransport keyTransport(MasterKeys masters) {
        return new KeyTransport(masters);
    }

    @Singleton
    SiteContents siteContents(BlobStore blobs) {
        return new SiteContents(blobs);
    }

    @Singleton
    SiteExport siteExport(PatientConnections patient, KeyTransport keys, SiteContents contents, Clock clock) {
        return new SiteExport(patient.database(), keys, contents, clock);
    }

    @Singleton
    SiteImport.Cargo siteCargo(KeyTransport keys, SiteContents contents, List<DueWork> works) {
        return new SiteImport.Cargo(keys, contents, works);
    }

    @Singleton
    SiteImport siteImport(
            PatientConnections patient,
            Tenants tenants,
            ArchiveShelf shelf,
            ModelLoader models,
            SchemaPlanner planner,
            SchemaApplier applier,
            SiteImport.Cargo cargo) {
        return new SiteImport(patient.database(), tenants, shelf, models, planner, applier, cargo);
    }

    @Singleton
    SiteMoves siteMoves(Sites sites, SiteExport exports, SiteImport imports, Audit audit) {
        return new SiteMoves(sites, exports, imports, audit);
    }

    @Singleton
    @Bean(preDestroy = "close")
    SiteKeeper siteKeeper(Tenants tenants, SiteContents contents, Clock clock) {
        return new SiteKeeper(tenants, contents, clock);
    }

    @Singleton
    TrailErasure trailErasure(Vault vault, Clock clock) {
        return new TrailErasure(vault, clock);
    }

    @Singleton
    People people(Database database, TrailErasure trail, Audit audit, CallerCache callers) {
        return new People(database, trail, audit, callers);
    }

    @Singleton
    KeyChange keyChange(Tenants tenants, KeyRotation rotation, Audit audit) {
        return new KeyChange(tenants, rotation, audit);
    }
}
