package io.armature.engine.record;

import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.write.WriteOptions;
import java.util.Optional;

/**
 * How a caller wants a write done and answered.
 *
 * @param show what comes back of the record as it is afterwards; nothing when empty
 * @param key names the request, so that repeating it does nothing twice
 */
public record Asked(WriteOptions options, Optional<RecordQuery> show, Optional<IdempotencyKey> key) {

    /** Kept, and not shown. */
    public static final Asked QUIETLY = new Asked(WriteOptions.DEFAULT, Optional.empty(), Optional.empty());
}
