package io.armature.engine.write;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Inverse;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which records keep a formula over the records of an entity: the totals that a line moves. */
final class Dependents {

    private final Map<String, List<Dependent>> byRows;

    private Dependents(Map<String, List<Dependent>> byRows) {
        this.byRows = Map.copyOf(byRows);
    }

    /**
     * A stored formula over rows.
     *
     * @param owner the entity that keeps it
     * @param by the link of the rows that leads to the owner
     * @param needs what it looks at in each row
     */
    record Dependent(Entity owner, Field formula, String by, Set<String> needs) {}

    static Dependents of(Model model) {
        Map<String, List<Dependent>> found = new HashMap<>();
        for (Entity owner : model.entities().values()) {
            for (Field field : owner.ownFields()) {
                if (field.stored() && owner.stored()) {
                    field.rules()
                            .formula()
                            .ifPresent(formula -> Dependencies.rows(model, formula)
                                    .forEach(rows -> link(owner, rows.name())
                                            .ifPresent(
                                                    by -> found.computeIfAbsent(rows.entity(), any -> new ArrayList<>())
                                                            .add(new Dependent(owner, field, by, rows.needs())))));
                }
            }
        }
        return new Dependents(found);
    }

    private static Optional<String> link(Entity owner, String name) {
        Inverse inverse = owner.inverses().get(name);
        if (inverse != null) {
            return Optional.of(inverse.by());
        }
        return owner.field(name).flatMap(Field::relation).flatMap(relation -> switch (relation) {
            case Relation.Lines lines -> Optional.of(lines.by());
            case Relation.Inverse other -> Optional.of(other.by());
            case Relation.Link link -> Optional.empty();
            case Relation.Links links -> Optional.empty();
        });
    }

    /** The formulas over records of this entity or one whose record it shares. */
    List<Dependent> on(Entity rows) {
        List<Dependent> dependents = new ArrayList<>();
        rows.lineage().forEach(level -> dependents.addAll(byRows.getOrDefault(level, List.of())));
        return dependents;
    }
}
