package io.armature.engine.record;

import io.armature.engine.write.WriteOptions;
import java.util.Optional;

/**
 * How a caller wants a write done and answered.
 *
 * @param representation whether the record comes back as it is afterwards
 * @param key names the request, so that repeating it does nothing twice
 */
public record Asked(WriteOptions options, boolean representation, Optional<IdempotencyKey> key) {

    /** Kept, and not shown. */
    public static final Asked QUIETLY = new Asked(WriteOptions.DEFAULT, false, Optional.empty());
}
