package io.armature.engine.write;

import io.armature.metadata.model.Model;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The plans of the models in use, by digest: tenants with the same packs share them. Safe for many threads. */
final class ModelPlans {

    /** More than there are different models at once, or nearly; then all are forgotten and made again when asked for. */
    private static final int MOST = 64;

    private final Map<String, EntityPlans> plans = new ConcurrentHashMap<>();

    EntityPlans of(Model model) {
        EntityPlans known = plans.get(model.digest());
        if (known != null) {
            return known;
        }
        if (plans.size() >= MOST) {
            plans.clear();
        }
        return plans.computeIfAbsent(model.digest(), any -> new EntityPlans(model));
    }
}
