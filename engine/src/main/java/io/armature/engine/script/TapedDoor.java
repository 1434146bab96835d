package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.armature.metadata.model.Entity;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The door to records by way of a call's tape. */
record TapedDoor(Tape tape, Supplier<RecordDoor> door) implements RecordDoor {

    @Override
    public JsonNode list(Scene scene, Entity entity, JsonNode query) {
        return tape.pass("list " + entity.fullName(), () -> door.get().list(scene, entity, query));
    }

    @Override
    public Optional<JsonNode> one(Scene scene, Entity entity, UUID id) {
        JsonNode found = tape.pass(
                "get " + entity.fullName(),
                () -> door.get().one(scene, entity, id).orElse(NullNode.instance));
        return Optional.of(found).filter(json -> !json.isNull());
    }

    @Override
    public UUID create(Scene scene, Entity entity, JsonNode values) {
        JsonNode made = tape.pass(
                "create " + entity.fullName(),
                () -> TextNode.valueOf(door.get().create(scene, entity, values).toString()));
        return UUID.fromString(made.textValue());
    }

    @Override
    public void update(Scene scene, Entity entity, UUID id, JsonNode values) {
        tape.pass("update " + entity.fullName(), () -> {
            door.get().update(scene, entity, id, values);
            return NullNode.instance;
        });
    }

    @Override
    public void delete(Scene scene, Entity entity, UUID id) {
        tape.pass("delete " + entity.fullName(), () -> {
            door.get().delete(scene, entity, id);
            return NullNode.instance;
        });
    }
}
