package io.armature.metadata.model;

import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.problem.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** The fields that an entity's features bring when it does not define them itself. */
final class FeatureFields {

    private static final String COMPANY = "core.company";

    /** Where a document stands: the field of its built-in workflow. */
    private static final String DOCUMENT_STATE = "document_state";

    private FeatureFields() {}

    private static FieldDefinition state(Origin origin) {
        SequencedMap<String, Node> options = new LinkedHashMap<>();
        options.put("draft", text("Draft"));
        options.put("submitted", text("Submitted"));
        options.put("cancelled", text("Cancelled"));
        SequencedMap<String, Node> properties = new LinkedHashMap<>();
        properties.put("title", text("Document state"));
        properties.put("options", Node.MapNode.of(options));
        properties.put("default", text("draft"));
        properties.put("inList", new FlagNode(Position.NONE, true));
        return new FieldDefinition(DOCUMENT_STATE, "choice", properties, origin, Map.of());
    }

    /** @param first whether no entity that it shares its record with brings the same already */
    static void add(
            EntityDefinition entity,
            boolean first,
            SequencedMap<String, FieldDefinition> fields,
            Set<String> entities) {
        Origin origin = entity.origin();
        if (entity.features().tree()) {
            fields.putIfAbsent("parent", link("parent", entity.fullName(), "children", origin));
        }
        if (first && entity.features().company() && entities.contains(COMPANY)) {
            fields.putIfAbsent("company", company(origin));
        }
        if (entity.shape() == EntityDefinition.Shape.DOCUMENT) {
            fields.putIfAbsent("amended_from", link("amended_from", entity.fullName(), "amendments", origin));
            fields.putIfAbsent(DOCUMENT_STATE, state(origin));
        }
    }

    /** Where nothing is said, a record belongs to the company in which whoever makes it works. */
    private static FieldDefinition company(Origin origin) {
        FieldDefinition plain = link("company", COMPANY, "", origin);
        SequencedMap<String, Node> properties = new LinkedHashMap<>(plain.properties());
        properties.put("default", text("user.company"));
        return new FieldDefinition(plain.name(), plain.type(), properties, origin, Map.of());
    }

    /** A link that no file holds. */
    static FieldDefinition link(String name, String target, String inverse, Origin origin) {
        SequencedMap<String, Node> properties = new LinkedHashMap<>();
        properties.put("to", text(target));
        if (!inverse.isEmpty()) {
            properties.put("inverse", text(inverse));
        }
        return new FieldDefinition(name, "link", properties, origin, Map.of());
    }

    /** A link from a line to the record that owns it: hidden, and going with it. */
    static FieldDefinition owner(String name, String target, Origin origin) {
        SequencedMap<String, Node> properties = new LinkedHashMap<>();
        properties.put("to", text(target));
        properties.put("onDelete", text("cascade"));
        properties.put("hidden", new FlagNode(Position.NONE, true));
        return new FieldDefinition(name, "link", properties, origin, Map.of());
    }

    private static TextNode text(String value) {
        return new TextNode(Position.NONE, value);
    }
}
