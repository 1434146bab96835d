package io.armature.engine.current;

import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * The live model of each tenant. A swap is seen by the next request; requests under way keep the model that they began
 * with. Safe for many threads.
 */
public final class CurrentModels {

    /** The model of a tenant without packs. */
    public static final Model EMPTY = new Model("", new LinkedHashMap<>(), new LinkedHashMap<>(), Map.of(), Map.of());

    private final Map<String, Live> models = new ConcurrentHashMap<>();
    private final List<BiConsumer<Tenant, Model>> listeners = new CopyOnWriteArrayList<>();

    /** A model and how many came before it. */
    private record Live(long version, Model model) {}

    /** The tenant's model; never waits. */
    public Model of(Tenant tenant) {
        Live live = models.get(tenant.name());
        return live == null ? EMPTY : live.model();
    }

    /** How many models the tenant has had, as far as this node knows. */
    public long version(Tenant tenant) {
        Live live = models.get(tenant.name());
        return live == null ? -1 : live.version();
    }

    /** Makes a model the live one, unless a newer one is already. */
    public void swap(Tenant tenant, long version, Model model) {
        Live now = models.merge(
                tenant.name(),
                new Live(version, model),
                (before, next) -> next.version() > before.version() ? next : before);
        if (now.version() == version) {
            listeners.forEach(listener -> listener.accept(tenant, model));
        }
    }

    /** Tells of every model that becomes live, on the thread that swaps. */
    public void onSwap(BiConsumer<Tenant, Model> listener) {
        listeners.add(listener);
    }
}
