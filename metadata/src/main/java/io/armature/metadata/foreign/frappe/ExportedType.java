package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.RoleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** One entity on its way to a DocType. */
final class ExportedType {

    private static final String NAME = "name";
    private static final List<String> ROWS = List.of("permissions", "links", "actions", "states");

    private final EntityDefinition entity;
    private final ObjectNode tree;
    private final ObjectNode hints;
    private final boolean imported;
    private final Map<String, String> doctypes;
    private final List<RoleDefinition> roles;
    private final List<ObjectNode> custom = new ArrayList<>();

    /** @param doctypes what the entities of the pack are called in Frappe */
    ExportedType(EntityDefinition entity, ObjectNode tree, Map<String, String> doctypes, List<RoleDefinition> roles) {
        this.entity = entity;
        this.tree = tree;
        this.imported = tree.path(Hints.KEY).isObject();
        this.hints = imported ? (ObjectNode) tree.path(Hints.KEY) : JsonNodeFactory.instance.objectNode();
        this.doctypes = doctypes;
        this.roles = roles;
    }

    static String name(EntityDefinition entity) {
        return entity.title().orElseGet(() -> entity.name().replace('_', ' '));
    }

    /** Fields that were Custom Fields. Asked after {@link #doctype}. */
    List<ObjectNode> customFields() {
        return custom;
    }

    ObjectNode doctype() {
        ObjectNode doctype = JsonNodeFactory.instance.objectNode();
        doctype.put("doctype", "DocType");
        doctype.put(NAME, name(entity));
        hints.properties().forEach(hint -> {
            if (!Set.of("layout", "fields", "field_order").contains(hint.getKey())) {
                doctype.set(hint.getKey(), plain(hint.getValue()));
            }
        });
        if (!doctype.has("module")) {
            doctype.put("module", entity.origin().pack());
        }
        ROWS.forEach(rows -> doctype.withArray(rows));
        shape(doctype);
        fields(doctype);
        if (!imported) {
            doctype.set("permissions", ExportedRights.rules(entity, roles));
        }
        return doctype;
    }

    private void shape(ObjectNode doctype) {
        if (tree.path("description").isTextual()) {
            doctype.set("description", tree.path("description"));
        }
        flag(doctype, "issingle", entity.shape() == EntityDefinition.Shape.SINGLE);
        flag(doctype, "is_virtual", entity.shape() == EntityDefinition.Shape.VIRTUAL);
        flag(doctype, "is_submittable", entity.shape() == EntityDefinition.Shape.DOCUMENT);
        flag(doctype, "is_tree", entity.features().tree());
        if (!imported) {
            flag(doctype, "track_changes", entity.features().audit());
            entity.label()
                    .filter(label -> entity.fields().containsKey(label))
                    .ifPresent(label -> doctype.put("title_field", label.equals(NAME) ? NAME + "_1" : label));
        }
    }

    private static void flag(ObjectNode node, String key, boolean value) {
        if (value) {
            node.put(key, 1);
        }
    }

    /** True as 1, as Frappe writes it. */
    static JsonNode plain(JsonNode value) {
        return value.isBoolean() ? JsonNodeFactory.instance.numberNode(value.booleanValue() ? 1 : 0) : value;
    }

    private void fields(ObjectNode doctype) {
        SequencedMap<String, ObjectNode> data = new LinkedHashMap<>();
        tree.path("fields").properties().forEach(entry -> {
            if (!imported || entry.getValue().has(Hints.KEY)) {
                ObjectNode field = ExportedField.of(entry.getKey(), entry.getValue(), doctypes);
                if (field.has("dt")) {
                    custom.add(field.put("doctype", "Custom Field"));
                } else if (!field.path("is_system_generated").asText().equals("1")) {
                    data.put(field.path("fieldname").asText(), field);
                }
            }
        });
        hints.path("fields").properties().forEach(entry -> {
            ObjectNode field = JsonNodeFactory.instance.objectNode().put("fieldname", entry.getKey());
            entry.getValue().properties().forEach(hint -> field.set(hint.getKey(), plain(hint.getValue())));
            data.put(entry.getKey(), field);
        });
        ArrayNode fields = doctype.putArray("fields");
        ArrayNode order = doctype.putArray("field_order");
        for (JsonNode part : hints.path("layout")) {
            ObjectNode field = part.isObject() ? (ObjectNode) part : data.remove(part.asText());
            if (field != null) {
                fields.add(field);
                order.add(field.path("fieldname").asText());
            }
        }
        data.forEach((name, field) -> {
            fields.add(field);
            order.add(name);
        });
        if (hints.path("field_order").isArray()) {
            doctype.set("field_order", hints.path("field_order"));
        }
    }
}
