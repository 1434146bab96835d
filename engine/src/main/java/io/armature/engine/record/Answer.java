package io.armature.engine.record;

import io.armature.engine.query.read.OneRecord;
import io.armature.engine.write.Written;
import java.util.Optional;

/**
 * What a write of one record came to.
 *
 * @param representation the record as a reader sees it now, where it was asked for and is still there
 */
public record Answer(Written written, Optional<OneRecord> representation) {}
