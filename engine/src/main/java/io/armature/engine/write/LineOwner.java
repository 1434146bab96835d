package io.armature.engine.write;

import io.armature.engine.workflow.Workflow;
import io.armature.engine.workflow.Workflows;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An entity whose records own lines. Lines that are written by themselves are a part of their owner all the same: where
 * a state freezes the field that holds them, or the owner is a frozen line in its turn, they stay as they are.
 *
 * @param entity of the owner
 * @param lines the owner's field
 * @param by the line's link to its owner
 */
record LineOwner(Entity entity, Field lines, String by) {

    /** Those of an entity's records; none where no state anywhere above freezes them. */
    static List<LineOwner> of(Model model, Entity entity, Workflows workflows) {
        return entity.lineOf() ? of(model, entity, workflows, new HashSet<>()) : List.of();
    }

    private static List<LineOwner> of(Model model, Entity line, Workflows workflows, Set<String> seen) {
        List<LineOwner> owners = new ArrayList<>();
        if (!seen.add(line.fullName())) {
            return owners;
        }
        for (Entity owner : model.entities().values()) {
            for (Field field : owner.fields().values()) {
                if (owner.stored()
                        && field.relation().orElse(null) instanceof Relation.Lines lines
                        && line.lineage().contains(lines.target())
                        && (frozenBy(workflows.of(owner), field)
                                || !of(model, owner, workflows, new HashSet<>(seen))
                                        .isEmpty())) {
                    owners.add(new LineOwner(owner, field, lines.by()));
                }
            }
        }
        return owners;
    }

    private static boolean frozenBy(List<Workflow> workflows, Field field) {
        return workflows.stream()
                .anyMatch(workflow -> workflow.states().values().stream().anyMatch(state -> state.freezes(field)));
    }
}
