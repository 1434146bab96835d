package io.armature.engine.write;

import io.armature.engine.workflow.Workflows;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What writing needs to know of each entity of one model, worked out when first asked. Safe for many threads. */
final class EntityPlans {

    private final Model model;
    private final Dependents dependents;
    private final Workflows workflows;
    private final Map<String, EntityPlan> plans = new ConcurrentHashMap<>();

    EntityPlans(Model model) {
        this.model = model;
        this.dependents = Dependents.of(model);
        this.workflows = Workflows.of(model);
    }

    Workflows workflows() {
        return workflows;
    }

    Dependents dependents() {
        return dependents;
    }

    EntityPlan of(Entity entity) {
        EntityPlan known = plans.get(entity.fullName());
        if (known != null) {
            return known;
        }
        EntityPlan made = EntityPlan.of(model, entity, workflows);
        plans.put(entity.fullName(), made);
        return made;
    }
}
