package io.armature.engine.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.RequestContext;
import io.armature.engine.tenant.Tenant;
import java.io.InputStream;
import java.util.Optional;

/** Takes tenants out and in, for an administrator of the main one, in whose trail it is noted. */
public final class SiteMoves {

    private final Sites sites;
    private final SiteExport exports;
    private final SiteImport imports;
    private final Audit audit;

    public SiteMoves(Sites sites, SiteExport exports, SiteImport imports, Audit audit) {
        this.sites = sites;
        this.exports = exports;
        this.imports = imports;
        this.audit = audit;
    }

    /** The archive of a tenant; see {@link SiteExport#open}. */
    public InputStream export(RequestContext context, String name, Optional<String> passphrase) {
        Tenant tenant = sites.require(context, name);
        note(context, "export", tenant.name());
        return exports.open(tenant, passphrase);
    }

    /** The tenant of an archive; see {@link SiteImport#run}. */
    public Tenant take(
            RequestContext context, InputStream archive, Optional<String> name, Optional<String> passphrase) {
        sites.all(context);
        Tenant tenant = imports.run(archive, name, passphrase);
        note(context, "import", tenant.name());
        return tenant;
    }

    private void note(RequestContext context, String what, String tenant) {
        audit.note(
                context.tenant(),
                AuditEntry.of("tenant", "sys.tenant", context.origin())
                        .by(context.user().id())
                        .with(JsonNodeFactory.instance
                                .objectNode()
                                .put("tenant", tenant)
                                .put("done", what)
                                .toString()));
    }
}
