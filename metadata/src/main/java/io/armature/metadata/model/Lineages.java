package io.armature.metadata.model;

import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Follows {@code extends}: copies what is abstract, joins what is concrete. */
final class Lineages {

    private final Map<String, EntityDefinition> definitions;
    private final References references;
    private final Problems problems;
    private final SequencedMap<String, EntityDraft> drafts = new LinkedHashMap<>();

    Lineages(Map<String, EntityDefinition> definitions, References references, Problems problems) {
        this.definitions = definitions;
        this.references = references;
        this.problems = problems;
    }

    SequencedMap<String, EntityDraft> drafts() {
        definitions.values().forEach(entity -> drafts.put(entity.fullName(), draft(entity)));
        return drafts;
    }

    private EntityDraft draft(EntityDefinition entity) {
        List<EntityDefinition> chain = chain(entity);
        SequencedMap<String, FieldDefinition> fields = new LinkedHashMap<>();
        List<String> lineage = new ArrayList<>();
        boolean own = true;
        for (EntityDefinition level : chain) {
            boolean concrete = level.shape() != Shape.ABSTRACT;
            if (concrete && level != entity) {
                own = false;
            }
            if (concrete) {
                lineage.addFirst(level.fullName());
            }
            if (own) {
                copy(level, fields);
            }
        }
        if (lineage.isEmpty()) {
            lineage.add(entity.fullName());
        }
        boolean inherited = chain.stream()
                .anyMatch(level -> level != entity
                        && level.shape() != Shape.ABSTRACT
                        && level.features().company());
        FeatureFields.add(entity, !inherited, fields, definitions.keySet());
        return new EntityDraft(entity, EntityName.parse(entity.fullName()), lineage, fields);
    }

    /** What an abstract level brings stands before what the level that extends it adds; the nearer definition wins. */
    private void copy(EntityDefinition level, SequencedMap<String, FieldDefinition> fields) {
        SequencedMap<String, FieldDefinition> merged = new LinkedHashMap<>();
        level.fields().forEach((name, field) -> merged.put(name, references.resolve(field)));
        level.label()
                .filter(Labels::isExpression)
                .map(text -> Labels.field(level, text))
                .ifPresent(label -> merged.put(label.name(), label));
        merged.putAll(fields);
        fields.clear();
        fields.putAll(merged);
    }

    /** The entity, what it extends, what that extends…; ends where the chain breaks or closes a circle. */
    private List<EntityDefinition> chain(EntityDefinition entity) {
        List<EntityDefinition> chain = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Optional<EntityDefinition> level = Optional.of(entity);
        while (level.isPresent() && seen.add(level.get().fullName())) {
            chain.add(level.get());
            level = parent(level.get());
        }
        level.filter(again -> again.equals(entity))
                .ifPresent(again -> problems.add(Problem.error(
                        ProblemCode.EXTENDS_CYCLE,
                        entity.source().keyPosition("extends"),
                        "extends",
                        entity.fullName(),
                        String.join(" → ", seen))));
        return chain;
    }

    private Optional<EntityDefinition> parent(EntityDefinition entity) {
        Optional<String> name = entity.extended()
                .map(written -> References.qualify(written, entity.origin().pack()));
        if (name.isPresent() && !definitions.containsKey(name.get())) {
            problems.add(Problem.error(
                    ProblemCode.UNKNOWN_ENTITY,
                    entity.source().get("extends").orElse(entity.source()).position(),
                    "extends",
                    name.get(),
                    Suggestion.question(name.get(), definitions.keySet())));
        }
        return name.map(definitions::get);
    }
}
