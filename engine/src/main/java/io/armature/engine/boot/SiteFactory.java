package io.armature.engine.boot;

import io.armature.engine.audit.Audit;
import io.armature.engine.current.ModelLoader;
import io.armature.engine.current.ModelWatcher;
import io.armature.engine.db.Database;
import io.armature.engine.identity.FirstAdministrator;
import io.armature.engine.pack.ArchiveShelf;
import io.armature.engine.pack.PackOrders;
import io.armature.engine.schema.SchemaApplier;
import io.armature.engine.schema.SchemaPlanner;
import io.armature.engine.site.KeyChange;
import io.armature.engine.site.SiteExport;
import io.armature.engine.site.SiteImport;
import io.armature.engine.site.SiteKeeper;
import io.armature.engine.site.SiteMoves;
import io.armature.engine.site.Sites;
import io.armature.engine.tenant.Tenants;
import io.armature.engine.vault.KeyRotation;
import io.armature.engine.vault.KeyTransport;
import io.armature.engine.vault.MasterKeys;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

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
    SiteExport siteExport(Database database, KeyTransport keys, Clock clock) {
        return new SiteExport(database, keys, clock);
    }

    @Singleton
    SiteImport siteImport(
            Database database,
            Tenants tenants,
            ArchiveShelf shelf,
            ModelLoader models,
            SchemaPlanner planner,
            SchemaApplier applier,
            KeyTransport keys) {
        return new SiteImport(database, tenants, shelf, models, planner, applier, keys);
    }

    @Singleton
    SiteMoves siteMoves(Sites sites, SiteExport exports, SiteImport imports, Audit audit) {
        return new SiteMoves(sites, exports, imports, audit);
    }

    @Singleton
    @Bean(preDestroy = "close")
    SiteKeeper siteKeeper(Tenants tenants, Clock clock) {
        return new SiteKeeper(tenants, clock);
    }

    @Singleton
    KeyChange keyChange(Tenants tenants, KeyRotation rotation, Audit audit) {
        return new KeyChange(tenants, rotation, audit);
    }
}
