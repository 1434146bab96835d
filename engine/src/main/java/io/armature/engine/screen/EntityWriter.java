package io.armature.engine.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.ViewDefinition;
import io.armature.metadata.model.Entity;
import java.util.List;

/** Describes an entity to a browser apart from any view: all its fields, and the views there are. */
final class EntityWriter {

    private final Painting painting;

    EntityWriter(Painting painting) {
        this.painting = painting;
    }

    ObjectNode write(List<ViewDefinition> views) {
        Entity entity = painting.entity();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ScreenWriter.heading(json, painting);
        ArrayNode key = json.putArray("key");
        entity.key().forEach(key::add);
        ArrayNode array = json.putArray("views");
        views.forEach(view -> view(array.addObject(), view));
        new RelatedWriter(painting).write(json.putArray("related"));
        ObjectNode fields = json.putObject("fields");
        FieldWriter writer = new FieldWriter(painting);
        entity.fields().values().stream()
                .filter(field -> !field.definition().flag("hidden"))
                .forEach(field -> fields.set(field.name(), writer.write(field)));
        return json;
    }

    private void view(ObjectNode json, ViewDefinition view) {
        json.put("name", view.name());
        json.put("kind", view.view().word());
        view.title().ifPresent(title -> json.put("title", painting.texts().of(view.origin(), title)));
        view.icon().ifPresent(icon -> json.put("icon", icon));
    }
}
