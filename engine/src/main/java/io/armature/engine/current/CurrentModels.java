package io.armature.engine.current;

import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The live model of each tenant. A swap is seen by the next request; requests under way keep the model that they began
 * with. Safe for many threads.
 */
public final class CurrentModels {

    /** The model of a tenant without packs. */
    public static final Model EMPTY = new Model("", new LinkedHashMap<>(), new LinkedHashMap<>(), Map.of(), Map.of());

    private static final int LOCKS = 64;

    private final Map<String, Live> models = new ConcurrentHashMap<>();
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();
    private volatile Consumer<Tenant> loader = tenant -> {};
    private final List<BiConsumer<Tenant, Model>> listeners = new CopyOnWriteArrayList<>();

    /** A model and how many came before it. */
    private record Live(long version, Model model) {}

    /** The tenant's model; waits only when it is asked for the first time. */
    public Model of(Tenant tenant) {
        Live live = models.get(tenant.name());
        return live == null ? first(tenant) : live.model();
    }

    private Model first(Tenant tenant) {
        synchronized (locks[Math.floorMod(tenant.name().hashCode(), LOCKS)]) {
            if (!models.containsKey(tenant.name())) {
                loader.accept(tenant);
            }
        }
        Live live = models.get(tenant.name());
        return live == null ? EMPTY : live.model();
    }

    /** Who loads a model that is asked for and not there. */
    void whenMissing(Consumer<Tenant> load) {
        loader = load;
    }

    /** The model cannot be had now; it is tried again when others are looked for. */
    void missing(Tenant tenant) {
        models.putIfAbsent(tenant.name(), new Live(-1, EMPTY));
    }

    /** How many tenants have a model here. */
    public int used() {
        return models.size();
    }

    /** How many different models there are. */
    public int different() {
        return (int) models.values().stream()
                .map(live -> live.model().digest())
                .distinct()
                .count();
    }

    /** Whether the model was ever asked for. */
    boolean isUsed(Tenant tenant) {
        return models.containsKey(tenant.name());
    }

    /** Forgets models of tenants that are not among these. */
    void retain(Set<String> tenants) {
        models.keySet().retainAll(tenants);
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
