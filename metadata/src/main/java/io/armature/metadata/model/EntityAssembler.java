package io.armature.metadata.model;

import io.armature.metadata.definition.ConstraintDefinition;
import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.NumberDefinition;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Puts a compiled entity together. */
final class EntityAssembler {

    private static final String ENGINE_PACK = "sys";

    private final Map<String, EntityDefinition> definitions;
    private final Members members;
    private final RuleCompiler rules;
    private final Set<String> lineEntities;

    EntityAssembler(
            Map<String, EntityDefinition> definitions, Members members, Problems problems, Set<String> lineEntities) {
        this.definitions = definitions;
        this.members = members;
        this.rules = new RuleCompiler(members, problems);
        this.lineEntities = lineEntities;
    }

    /** The entity; fields inherited from concrete parents are taken from {@code built}, parents come first. */
    Entity assemble(EntityStructure structure, Map<String, Map<String, Field>> ruled) {
        EntityDefinition definition = structure.draft().definition();
        String fullName = structure.fullName();
        SequencedMap<String, Field> fields = fields(structure, ruled);
        String title = definition.title().orElse(Words.title(definition.name()));
        return new Entity(
                structure.draft().name(),
                title,
                definition.plural().orElse(Words.plural(title)),
                definition.icon(),
                definition.origin(),
                definition.shape(),
                definition.features(),
                structure.table(),
                !definition.origin().pack().equals(ENGINE_PACK),
                structure.draft().lineage(),
                fields,
                structure.inverses(),
                Labels.label(levels(structure), fields),
                number(structure),
                search(structure, fields),
                constraints(structure),
                definition.indexes(),
                key(structure),
                definition.isPublic(),
                lineEntities.contains(fullName),
                definition.renamedFrom());
    }

    private SequencedMap<String, Field> fields(EntityStructure structure, Map<String, Map<String, Field>> ruled) {
        SequencedMap<String, Field> fields = new LinkedHashMap<>();
        structure
                .fields()
                .forEach((name, field) -> fields.put(
                        name,
                        ruled.computeIfAbsent(
                                        field.level() + (field.system() ? "#" : ""), level -> new LinkedHashMap<>())
                                .computeIfAbsent(
                                        name,
                                        any -> field.system() && !RuleCompiler.isComputed(field)
                                                ? field
                                                : rule(field))));
        return fields;
    }

    private Field rule(Field field) {
        Optional<Expression> formula = RuleCompiler.isComputed(field) ? members.formula(field) : Optional.empty();
        ValueType type =
                formula.map(expression -> RuleCompiler.type(field, expression)).orElse(field.valueType());
        return field.with(type, rules.rules(field, formula));
    }

    /** The definitions of the lineage, itself first, each followed by the abstract entities it copies. */
    private List<EntityDefinition> levels(EntityStructure structure) {
        List<EntityDefinition> levels = new ArrayList<>();
        Optional<EntityDefinition> level = Optional.of(structure.draft().definition());
        while (level.isPresent() && !levels.contains(level.get())) {
            EntityDefinition here = level.get();
            levels.add(here);
            level = here.extended()
                    .map(name -> definitions.get(
                            References.qualify(name, here.origin().pack())));
        }
        return levels;
    }

    private Optional<NumberDefinition> number(EntityStructure structure) {
        return levels(structure).stream()
                .map(EntityDefinition::number)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Map<String, String> search(EntityStructure structure, SequencedMap<String, Field> fields) {
        SequencedMap<String, String> search = new LinkedHashMap<>();
        levels(structure).forEach(level -> level.search().forEach(search::putIfAbsent));
        search.keySet().retainAll(fields.keySet());
        if (search.isEmpty()) {
            String label = Labels.label(levels(structure), fields);
            if (fields.containsKey(label) && fields.get(label).valueType() == ValueType.Scalar.TEXT) {
                search.put(label, "A");
            }
        }
        return search;
    }

    private List<String> key(EntityStructure structure) {
        return levels(structure).stream()
                .map(EntityDefinition::key)
                .filter(key -> !key.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Constraints of the entity's own level: its own and those of the abstract entities it copies. */
    private List<Constraint> constraints(EntityStructure structure) {
        List<Constraint> constraints = new ArrayList<>();
        String fullName = structure.fullName();
        boolean own = true;
        for (EntityDefinition level : levels(structure)) {
            own = own && (level == structure.draft().definition() || level.shape() == EntityDefinition.Shape.ABSTRACT);
            if (own) {
                level.constraints()
                        .forEach(constraint -> compile(fullName, constraint).ifPresent(constraints::add));
            }
        }
        return constraints;
    }

    private Optional<Constraint> compile(String level, ConstraintDefinition constraint) {
        return switch (constraint) {
            case ConstraintDefinition.Check check -> rules.constraint(level, check);
            case ConstraintDefinition.Unique unique -> Optional.of(rules.constraint(level, unique));
        };
    }
}
