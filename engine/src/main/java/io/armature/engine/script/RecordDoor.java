package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.model.Entity;
import java.util.Optional;
import java.util.UUID;

/** The door to records, for functions of packs: what REST gives and takes, with the rights of the scene's caller. */
public interface RecordDoor {

    /** A page, {@code {"data": […], "page": {…}}}, for a query as {@code POST …/query} takes it. */
    JsonNode list(Scene scene, Entity entity, JsonNode query);

    /** One record with its lines, if it is there for the caller. */
    Optional<JsonNode> one(Scene scene, Entity entity, UUID id);

    /** Makes a record; its id. */
    UUID create(Scene scene, Entity entity, JsonNode values);

    void update(Scene scene, Entity entity, UUID id, JsonNode values);

    void delete(Scene scene, Entity entity, UUID id);
}
