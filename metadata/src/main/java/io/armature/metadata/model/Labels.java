package io.armature.metadata.model;

import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.problem.Position;
import io.armature.metadata.type.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Finds the field that a link to a record shows. */
final class Labels {

    private static final List<String> USUAL =
            List.of("name", "title", "label", "subject", "full_name", "code", "number");

    /** The hidden formula field of an entity whose label is an expression. */
    private static final String COMPUTED = "_label";

    private Labels() {}

    /** Whether a label is more than the name of a field. */
    static boolean isExpression(String label) {
        return !label.matches("[a-z][a-z0-9_]*");
    }

    /** The field that computes a label. */
    static FieldDefinition field(EntityDefinition entity, String expression) {
        SequencedMap<String, Node> properties = new LinkedHashMap<>();
        Position position = entity.source().get("label").orElse(entity.source()).position();
        properties.put("formula", new TextNode(position, expression));
        properties.put("hidden", new FlagNode(position, true));
        return new FieldDefinition(COMPUTED, "formula", properties, entity.origin(), Map.of());
    }

    /** What a definition of the lineage names, else a usual name, else the first text, else the id. */
    static String label(List<EntityDefinition> levels, SequencedMap<String, Field> fields) {
        return levels.stream()
                .map(EntityDefinition::label)
                .flatMap(Optional::stream)
                .map(label -> isExpression(label) ? COMPUTED : label)
                .filter(fields::containsKey)
                .findFirst()
                .or(() ->
                        USUAL.stream().filter(name -> isText(fields.get(name))).findFirst())
                .or(() -> fields.values().stream()
                        .filter(field -> !field.system() && isText(field))
                        .map(Field::name)
                        .findFirst())
                .orElse(SystemFields.ID);
    }

    private static boolean isText(@Nullable Field field) {
        return field != null && field.valueType() == ValueType.Scalar.TEXT;
    }
}
