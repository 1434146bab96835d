package io.armature.engine.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;

/**
 * A record that was read, on its way to the caller.
 *
 * @param json what he will see of it; functions change it
 * @param decimalsAsText whether he wants decimals as texts
 */
public record ReadRecord(Entity entity, ObjectNode json, boolean decimalsAsText) {}
