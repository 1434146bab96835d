package io.armature.engine.current;

import io.armature.engine.current.PackRegistry.ModelState;
import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Signals;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.model.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings this node's models up to those of the database: told by other nodes within moments, and looking by itself now
 * and then. A model is loaded when it is first asked for, so that many tenants cost nothing until they are used; one that
 * cannot be loaded leaves the old one in place.
 */
public final class ModelWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelWatcher.class);
    private static final String TOPIC = "model";

    private final Database database;
    private final Tenants tenants;
    private final ModelLoader loader;
    private final CurrentModels models;
    private final ExecutorService loading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("models").daemon().factory());

    public ModelWatcher(Database database, Tenants tenants, ModelLoader loader, CurrentModels models, Signals signals) {
        this.database = database;
        this.tenants = tenants;
        this.loader = loader;
        this.models = models;
        models.whenMissing(this::load);
        signals.subscribe(TOPIC, new Signals.Listener() {
            @Override
            public void heard(String tenant) {
                loading.execute(ModelWatcher.this::tryRefresh);
            }

            @Override
            public void look() {
                loading.execute(ModelWatcher.this::tryRefresh);
            }
        });
    }

    /** Tells all nodes, once the transaction is committed, that a tenant has another model. */
    public static void announce(SqlRunner transaction, Tenant tenant) {
        Signals.send(transaction, TOPIC, tenant.name());
    }

    private void tryRefresh() {
        try {
            refresh();
        } catch (DatabaseException away) {
            LOG.warn("Newer models cannot be looked for: {}", away.getMessage());
        }
    }

    /** Loads every model in use that has a newer one, now, and forgets those of tenants that are gone. */
    public void refresh() {
        Map<String, ModelState> states = states();
        models.retain(states.keySet());
        for (Tenant tenant : tenants.all()) {
            ModelState state = states.get(tenant.name());
            if (state != null && models.isUsed(tenant) && state.version() > models.version(tenant)) {
                load(tenant);
            }
        }
    }

    /** Loads a tenant's model if it is newer than ours, now. */
    public void refresh(Tenant tenant) {
        ModelState state = database.direct(sql -> PackRegistry.state(sql, tenant));
        if (state.version() > models.version(tenant)) {
            load(tenant);
        }
    }

    private record Installed(ModelState state, List<InstalledPack> packs) {}

    private void load(Tenant tenant) {
        try {
            Installed installed = database.transaction(sql -> {
                sql.execute("set transaction isolation level repeatable read, read only");
                return new Installed(PackRegistry.state(sql, tenant), PackRegistry.packs(sql, tenant));
            });
            Model model = loader.load(installed.packs());
            models.swap(tenant, installed.state().version(), model);
        } catch (RuntimeException failed) {
            if (failed instanceof DatabaseException refused && refused.isAway()) {
                // Nobody may take a tenant for one without packs: whoever asks next has it looked for again.
                throw refused;
            }
            LOG.error("The model of tenant {} cannot be loaded; the old one stays", tenant.name(), failed);
            models.missing(tenant);
        }
    }

    private Map<String, ModelState> states() {
        Map<String, ModelState> states = new HashMap<>();
        database.direct(sql -> sql.list(
                        Sql.of("select name, model_version, model_digest from armature.tenant"),
                        row -> Map.entry(row.getString(1), new ModelState(row.getLong(2), row.getString(3)))))
                .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        return states;
    }

    @Override
    public void close() {
        loading.shutdown();
    }
}
