package io.armature.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import java.util.Locale;

/** An entity as the designer and other programs see it. */
final class EntityJson {

    private EntityJson() {}

    /** What a list of entities shows. */
    static ObjectNode head(ObjectMapper json, Entity entity) {
        ObjectNode node = json.createObjectNode()
                .put("name", entity.fullName())
                .put("title", entity.title())
                .put("plural", entity.plural())
                .put("pack", entity.origin().pack())
                .put("shape", entity.shape().name().toLowerCase(Locale.ROOT))
                .put("label", entity.label());
        entity.icon().ifPresent(icon -> node.put("icon", icon));
        return node;
    }

    static ObjectNode whole(ObjectMapper json, Entity entity) {
        ObjectNode node = head(json, entity);
        ArrayNode key = node.putArray("key");
        entity.key().forEach(key::add);
        ArrayNode lineage = node.putArray("lineage");
        entity.lineage().forEach(lineage::add);
        ArrayNode fields = node.putArray("fields");
        entity.fields().values().forEach(field -> field(fields.addObject(), field));
        ArrayNode inverses = node.putArray("inverses");
        entity.inverses()
                .values()
                .forEach(inverse -> inverses.addObject()
                        .put("name", inverse.name())
                        .put("entity", inverse.entity())
                        .put("by", inverse.by()));
        return node;
    }

    private static void field(ObjectNode node, Field field) {
        node.put("name", field.name())
                .put("title", field.title())
                .put("type", field.type().name())
                .put("widget", field.type().widget())
                .put("required", field.required())
                .put("unique", field.unique())
                .put("readOnly", field.readOnly() || field.computed())
                .put("translated", field.translated())
                .put("system", field.system())
                .put("pack", field.origin().pack());
        field.relation().map(Relation::target).ifPresent(target -> node.put("target", target));
    }
}
