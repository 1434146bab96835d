package io.armature.engine.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.read.NodeJson;
import io.armature.metadata.type.Options;
import java.util.List;
import java.util.Optional;

/** Describes a field to a browser: how it is called, shown, checked and computed. */
final class FieldWriter {

    /** Settings that browsers take as the definition has them. */
    private static final List<String> AS_WRITTEN = List.of(
            "min",
            "max",
            "digits",
            "pattern",
            "width",
            "currency",
            "unit",
            "language",
            "accept",
            "maxSize",
            "format",
            "rows",
            "sensitivity",
            "copy",
            "filter");

    /** Lines of lines of lines can be typed into; below them, whoever refers to himself would never end. */
    private static final int DEPTH = 3;

    private final Painting painting;

    FieldWriter(Painting painting) {
        this.painting = painting;
    }

    ObjectNode write(Field field) {
        return write(field, DEPTH);
    }

    private ObjectNode write(Field field, int depth) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        FieldDefinition definition = field.definition();
        json.put("title", painting.texts().title(field));
        json.put("type", field.type().name());
        json.put("widget", definition.text("widget").orElse(field.type().widget()));
        translated(json, field, "help");
        translated(json, field, "placeholder");
        rules(json, field);
        AS_WRITTEN.forEach(key -> definition.property(key).ifPresent(node -> json.set(key, NodeJson.of(node))));
        flag(json, "unique", field.unique());
        flag(json, "setOnce", field.setOnce());
        flag(json, "translated", field.translated());
        flag(json, "system", field.system());
        options(json, field);
        field.relation()
                .ifPresentOrElse(relation -> relation(json, field, relation, depth), () -> targets(json, definition));
        return json;
    }

    private void translated(ObjectNode json, Field field, String property) {
        field.definition()
                .text(property)
                .ifPresent(text -> json.put(property, painting.texts().field(field, property, text)));
    }

    private static void flag(ObjectNode json, String key, boolean value) {
        if (value) {
            json.put(key, true);
        }
    }

    private static void rules(ObjectNode json, Field field) {
        rule(json, "required", field.required(), field.rules().required());
        rule(
                json,
                "readOnly",
                field.readOnly() || field.computed(),
                field.rules().readOnly());
        field.rules().visible().ifPresent(rule -> json.set("visible", Conditions.of(rule)));
        field.rules().formula().ifPresent(rule -> json.set("formula", Conditions.of(rule)));
        field.rules().defaultValue().ifPresent(rule -> json.set("default", Conditions.of(rule)));
    }

    private static void rule(ObjectNode json, String key, boolean always, Optional<Expression> sometimes) {
        JsonNode rule =
                always ? BooleanNode.TRUE : sometimes.map(Conditions::of).orElse(BooleanNode.FALSE);
        json.set(key, rule);
    }

    private void options(ObjectNode json, Field field) {
        Options options = Options.of(field.definition());
        if (options.byKey().isEmpty()) {
            return;
        }
        ArrayNode array = json.putArray("options");
        options.byKey().values().forEach(option -> {
            ObjectNode item = array.addObject();
            item.put("key", option.key());
            item.put("title", painting.texts().field(field, "options." + option.key(), option.title()));
            option.color().ifPresent(color -> item.put("color", color));
            option.icon().ifPresent(icon -> item.put("icon", icon));
        });
    }

    private void relation(ObjectNode json, Field field, Relation relation, int depth) {
        Optional<Entity> target = Fields.target(painting.model(), field);
        ObjectNode to = json.putObject("to");
        to.put("entity", relation.target());
        target.ifPresent(entity -> {
            to.put("title", painting.texts().title(entity));
            to.put("label", entity.label());
            entity.icon().ifPresent(icon -> to.put("icon", icon));
        });
        if (relation instanceof Relation.Lines lines && depth > 0) {
            target.ifPresent(entity -> lines(json, entity, lines.by(), depth));
        }
    }

    /** The entities to which a link to any may lead, if not to all. */
    private static void targets(ObjectNode json, FieldDefinition definition) {
        List<String> allowed = definition.texts("to");
        if (!allowed.isEmpty()) {
            ArrayNode targets = json.putArray("targets");
            allowed.forEach(targets::add);
        }
    }

    /** The columns of the grid: the child's fields without the link back. */
    private void lines(ObjectNode json, Entity child, String by, int depth) {
        json.put("by", by);
        ObjectNode columns = json.putObject("fields");
        child.fields().values().stream()
                .filter(field -> !field.system()
                        && !field.name().equals(by)
                        && !field.definition().flag("hidden"))
                .forEach(field -> columns.set(field.name(), write(field, depth - 1)));
    }
}
