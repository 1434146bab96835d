package io.armature.engine.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.RequestContext;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.engine.vault.KeyRotation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Replaces the keys of all tenants, for an administrator of the main one. */
public final class KeyChange {

    private final Tenants tenants;
    private final KeyRotation rotation;
    private final Audit audit;

    public KeyChange(Tenants tenants, KeyRotation rotation, Audit audit) {
        this.tenants = tenants;
        this.rotation = rotation;
        this.audit = audit;
    }

    /**
     * Seals every secret of every tenant with fresh keys.
     *
     * @param newMaster whether the master key is replaced too, where it stands in a file of this node
     * @return how many secrets were sealed anew, by tenant
     */
    public Map<String, Integer> run(RequestContext context, boolean newMaster) {
        Sites.requireMain(context);
        boolean replaced = newMaster && rotation.newMaster();
        Map<String, Integer> sealed = new LinkedHashMap<>();
        for (Tenant tenant : tenants.all()) {
            if (tenant.state() != Tenant.State.DELETED) {
                sealed.put(tenant.name(), rotation.rotate(tenant));
            }
        }
        audit.note(
                context.tenant(),
                AuditEntry.of("keys", "sys.tenant", context.origin())
                        .by(context.user().id())
                        .with(JsonNodeFactory.instance
                                .objectNode()
                                .put("newMaster", replaced)
                                .put("tenants", sealed.size())
                                .toString()));
        return sealed;
    }
}
