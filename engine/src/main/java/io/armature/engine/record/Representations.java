package io.armature.engine.record;

import io.armature.engine.current.RequestContext;
import io.armature.engine.db.SqlRunner;
import io.armature.metadata.model.Entity;
import java.util.Optional;
import java.util.UUID;

/** Reads records as callers see them, inside the transaction that wrote them. */
@FunctionalInterface
public interface Representations {

    /** The record with its own fields; empty when it is not there. */
    Optional<Representation> read(RequestContext context, SqlRunner transaction, Entity entity, UUID id);
}
