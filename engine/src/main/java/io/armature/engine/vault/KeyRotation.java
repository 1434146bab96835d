package io.armature.engine.vault;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Replaces keys. Secrets are sealed anew with a fresh key while requests run; keys before it are kept, since a node may just
 * have sealed with one, but open nothing that was found. Safe for many threads.
 */
public final class KeyRotation {

    private static final int AT_ONCE = 500;

    private final Database database;
    private final DataKeys keys;
    private final MasterKeys masters;
    private final Vault vault;
    private final Collection<SealedPlaces> places;

    public KeyRotation(Database database, Vault vault, MasterKeys masters, Collection<SealedPlaces> places) {
        this.database = database;
        this.keys = vault.keys();
        this.masters = masters;
        this.vault = vault;
        this.places = List.copyOf(places);
    }

    /** Makes a new master key, where that is for this node to do; whether it was. */
    public boolean newMaster() {
        if (!masters.canGrow()) {
            return false;
        }
        masters.grow();
        return true;
    }

    /** Gives a tenant a fresh key and seals all its secrets with it; wraps all its keys by the present master key. */
    public int rotate(Tenant tenant) {
        database.transaction(sql -> {
            keys.rewrap(sql, tenant);
            keys.add(sql, tenant, Vault.SECRETS);
            return tenant;
        });
        keys.forget(tenant);
        int sealed = 0;
        for (SealedPlaces some : places) {
            for (SealedPlace place : some.of(tenant)) {
                sealed += reseal(tenant, place);
            }
        }
        return sealed;
    }

    private record Held(UUID id, String text) {}

    private int reseal(Tenant tenant, SealedPlace place) {
        String table = Identifiers.quote(tenant.schema(), place.table());
        String column = Identifiers.quote(place.column());
        int sealed = 0;
        List<Held> some = List.of();
        do {
            UUID after = some.isEmpty() ? new UUID(0, 0) : some.getLast().id();
            some = database.direct(sql -> sql.list(
                    Sql.of(
                            "select id, " + column + " from " + table + " where " + column
                                    + " is not null and id > ? order by id limit " + AT_ONCE,
                            SqlValue.uuid(after)),
                    row -> new Held(row.getObject(1, UUID.class), row.getString(2))));
            List<Held> batch = some;
            sealed += database.transaction(sql -> {
                int changed = 0;
                for (Held held : batch) {
                    changed += reseal(sql, tenant, place, held);
                }
                return changed;
            });
        } while (some.size() == AT_ONCE);
        return sealed;
    }

    /** A text that changed meanwhile was sealed with the fresh key already. */
    private int reseal(SqlRunner sql, Tenant tenant, SealedPlace place, Held held) {
        if (!Vault.isSealed(held.text())) {
            return 0;
        }
        String fresh = vault.seal(tenant, place.purpose(), vault.open(tenant, place.purpose(), held.text()));
        String column = Identifiers.quote(place.column());
        return sql.update(Sql.of(
                "update " + Identifiers.quote(tenant.schema(), place.table()) + " set " + column
                        + " = ? where id = ? and " + column + " = ?",
                SqlValue.text(fresh),
                SqlValue.uuid(held.id()),
                SqlValue.text(held.text())));
    }
}
