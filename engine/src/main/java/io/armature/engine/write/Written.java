package io.armature.engine.write;

import io.armature.metadata.model.Entity;
import java.util.UUID;

/**
 * What became of one change.
 *
 * @param path where the change stands in the request
 * @param version the version that the record has now
 * @param changed whether anything was written
 */
public record Written(Entity entity, String path, UUID id, long version, Outcome outcome, boolean changed) {

    /** What the record is now. */
    public enum Outcome {
        CREATED,
        UPDATED,
        /** A decision was noted; the record waits for those of others. */
        PENDING,
        DELETED,
        RESTORED
    }
}
