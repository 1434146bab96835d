package io.armature.engine.tenant;

import io.armature.engine.tenant.Tenant.State;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All tenants as of one moment, by name and by host. */
record Directory(Map<String, Tenant> byName, Map<String, Tenant> byHost) {

    static Directory of(List<TenantStore.Row> rows) {
        Map<String, Tenant> names = new LinkedHashMap<>();
        Map<String, Tenant> hosts = new LinkedHashMap<>();
        for (TenantStore.Row row : rows) {
            names.put(row.tenant().name(), row.tenant());
            if (row.tenant().state() != State.DELETED) {
                row.tenant().hosts().forEach(host -> hosts.put(host.toLowerCase(Locale.ROOT), row.tenant()));
            }
        }
        return new Directory(names, hosts);
    }

    Collection<Tenant> all() {
        return byName.values();
    }

    /** The one named, else the one at the host, else the main one; nothing for one that is not there, or deleted. */
    Optional<Tenant> resolve(Optional<String> named, String host) {
        Tenant found = named.isPresent() ? byName.get(named.get()) : byHost.getOrDefault(host, byName.get(Tenant.MAIN));
        return Optional.ofNullable(found).filter(tenant -> tenant.state() != State.DELETED);
    }
}
