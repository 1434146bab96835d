package io.armature.engine.write;

import io.armature.metadata.model.Entity;
import java.util.Optional;
import java.util.UUID;

/** What a request wants done with one record. */
public sealed interface Change {

    Entity entity();

    /** Where in the request it stands: empty for the request itself, else such as {@code create[2]}. */
    String path();

    /**
     * A new record.
     *
     * @param id of an existing record of a concrete parent entity, on top of which this one is made
     */
    record Create(Entity entity, String path, Optional<UUID> id, Content content) implements Change {}

    /**
     * Other values for a record.
     *
     * @param version the version it must have
     * @param whole whether fields that are not named become empty (PUT) or stay (PATCH)
     */
    record Update(Entity entity, String path, UUID id, Optional<Long> version, boolean whole, Content content)
            implements Change {}

    /**
     * A step of the record's workflow.
     *
     * @param version the version it must have
     * @param name of the transition
     * @param comment why, where the caller says so
     * @param content values that are written with it
     * @param decision what the caller says where others must agree
     */
    record Transition(
            Entity entity,
            String path,
            UUID id,
            Optional<Long> version,
            String name,
            Optional<String> comment,
            Content content,
            Decision decision)
            implements Change {

        Transition at(String place) {
            return new Transition(entity, place, id, version, name, comment, content, decision);
        }
    }

    /** The end of a record: for good, or until it is restored where the entity deletes softly. */
    record Delete(Entity entity, String path, UUID id, Optional<Long> version) implements Change {}

    /** The return of a record deleted softly. */
    record Restore(Entity entity, String path, UUID id, Optional<Long> version) implements Change {}
}
