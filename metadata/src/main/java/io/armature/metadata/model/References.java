package io.armature.metadata.model;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Makes the names in a field's properties full: {@code to: country} in pack core means {@code core.country}. */
final class References {

    /** The properties that name an entity. */
    private static final List<String> ENTITY_PROPERTIES = List.of("to", "of");

    private static final String OPTIONS = "options";

    private final Map<String, Definition> choices;

    References(Map<Kind, SequencedMap<String, Definition>> definitions) {
        this.choices = definitions.getOrDefault(Kind.CHOICES, new LinkedHashMap<>());
    }

    /** {@code name} itself when it names a pack, else the entity of {@code pack} with that name. */
    static String qualify(String name, String pack) {
        return Origin.fullName(name, pack);
    }

    /** The field with full names and, for shared choices, the options themselves. */
    FieldDefinition resolve(FieldDefinition field) {
        SequencedMap<String, Node> properties = new LinkedHashMap<>(field.properties());
        for (String key : ENTITY_PROPERTIES) {
            field.text(key).ifPresent(name -> properties.put(key, fullName(field, key, name)));
        }
        field.text(OPTIONS).flatMap(name -> options(field, name)).ifPresent(shared -> properties.put(OPTIONS, shared));
        return new FieldDefinition(field.name(), field.type(), properties, field.origin(), field.origins());
    }

    private static TextNode fullName(FieldDefinition field, String key, String name) {
        String pack = field.origins().getOrDefault(key, field.origin()).pack();
        return new TextNode(field.property(key).orElseThrow().position(), qualify(name, pack));
    }

    private Optional<Node> options(FieldDefinition field, String name) {
        String pack = field.origins().getOrDefault(OPTIONS, field.origin()).pack();
        return Optional.ofNullable(choices.get(qualify(name, pack)))
                .flatMap(shared -> shared.source().get(OPTIONS));
    }
}
