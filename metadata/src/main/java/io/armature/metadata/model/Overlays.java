package io.armature.metadata.model;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.ExtensionDefinition;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Applies what packs change in other packs' entities, in the order of the packs. */
final class Overlays {

    private final Problems problems;
    private final SequencedMap<String, EntityDefinition> entities = new LinkedHashMap<>();

    Overlays(Problems problems) {
        this.problems = problems;
    }

    SequencedMap<String, EntityDefinition> merge(Map<Kind, SequencedMap<String, Definition>> definitions) {
        definitions.getOrDefault(Kind.ENTITY, new LinkedHashMap<>()).values().forEach(definition -> {
            if (definition instanceof EntityDefinition entity) {
                entities.put(entity.fullName(), entity);
            }
        });
        definitions.getOrDefault(Kind.EXTENSION, new LinkedHashMap<>()).values().forEach(definition -> {
            if (definition instanceof ExtensionDefinition extension) {
                apply(extension);
            }
        });
        return entities;
    }

    private void apply(ExtensionDefinition extension) {
        Optional<String> target = target(extension.extended());
        if (target.isEmpty()) {
            problems.add(Problem.error(
                    ProblemCode.UNKNOWN_ENTITY,
                    extension.source().get("extend").orElse(extension.source()).position(),
                    "extend",
                    extension.extended(),
                    Suggestion.question(extension.extended(), entities.keySet())));
            return;
        }
        EntityDefinition base = Objects.requireNonNull(entities.get(target.get()));
        SequencedMap<String, FieldDefinition> fields = new LinkedHashMap<>(base.fields());
        extension.fields().values().forEach(field -> add(fields, field, base));
        extension.overrides().forEach((name, properties) -> override(fields, name, properties, extension, base));
        entities.put(base.fullName(), merged(base, extension, fields));
    }

    /** The entity by its name, or by one it had before. */
    private Optional<String> target(String name) {
        return entities.containsKey(name)
                ? Optional.of(name)
                : entities.values().stream()
                        .filter(entity -> entity.renamedFrom().stream()
                                .map(old ->
                                        References.qualify(old, entity.origin().pack()))
                                .anyMatch(name::equals))
                        .map(EntityDefinition::fullName)
                        .findFirst();
    }

    private void add(SequencedMap<String, FieldDefinition> fields, FieldDefinition field, EntityDefinition base) {
        if (fields.putIfAbsent(field.name(), field) != null) {
            problems.add(Problem.error(
                    ProblemCode.DUPLICATE_FIELD,
                    field.origin().position(),
                    "fields." + field.name(),
                    field.name(),
                    base.fullName()));
        }
    }

    private void override(
            SequencedMap<String, FieldDefinition> fields,
            String name,
            SequencedMap<String, Node> properties,
            ExtensionDefinition extension,
            EntityDefinition base) {
        Optional<FieldDefinition> field = fields.containsKey(name)
                ? Optional.of(fields.get(name))
                : fields.values().stream()
                        .filter(candidate -> candidate.texts("renamedFrom").contains(name))
                        .findFirst();
        if (field.isEmpty()) {
            problems.add(Problem.error(
                    ProblemCode.UNKNOWN_FIELD,
                    position(properties, extension),
                    "override." + name,
                    name,
                    base.fullName(),
                    Suggestion.question(name, fields.keySet())));
            return;
        }
        fields.put(field.get().name(), changed(field.get(), properties, extension.origin()));
    }

    private static FieldDefinition changed(
            FieldDefinition field, SequencedMap<String, Node> properties, Origin overlay) {
        SequencedMap<String, Node> merged = new LinkedHashMap<>(field.properties());
        Map<String, Origin> origins = new HashMap<>(field.origins());
        properties.forEach((key, value) -> {
            merged.put(key, value);
            origins.put(key, overlay.at(value.position()));
        });
        String type = properties.get("type") instanceof TextNode text ? text.value() : field.type();
        return new FieldDefinition(field.name(), type, merged, field.origin(), origins);
    }

    private static Position position(SequencedMap<String, Node> properties, ExtensionDefinition extension) {
        return properties.isEmpty()
                ? extension.origin().position()
                : properties.firstEntry().getValue().position();
    }

    private static EntityDefinition merged(
            EntityDefinition base, ExtensionDefinition extension, SequencedMap<String, FieldDefinition> fields) {
        Map<String, String> search = new LinkedHashMap<>(base.search());
        search.putAll(extension.search());
        return new EntityDefinition(
                base.name(),
                base.origin(),
                text(extension, "title").or(base::title),
                text(extension, "plural").or(base::plural),
                text(extension, "icon").or(base::icon),
                base.extended(),
                text(extension, "label").or(base::label),
                base.number(),
                base.features(),
                search,
                fields,
                joined(base.constraints(), extension.constraints()),
                joined(base.indexes(), extension.indexes()),
                base.key(),
                base.shape(),
                base.isPublic(),
                base.renamedFrom(),
                base.source());
    }

    private static Optional<String> text(ExtensionDefinition extension, String key) {
        return Optional.ofNullable(extension.properties().get(key))
                .filter(TextNode.class::isInstance)
                .map(node -> ((TextNode) node).value());
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
