package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * A run that a node has.
 *
 * @param job the name of the pack's job, if it is one
 * @param attempt counted from one
 */
record RunRow(UUID id, String kind, Optional<String> job, JsonNode payload, int attempt) {}
