package io.armature.engine.workflow;

import java.time.Duration;
import java.util.Optional;

/**
 * A transition that a record takes in one write.
 *
 * @param from the state that it leaves
 * @param stayed how long it was there, where that is known
 */
public record Move(
        Workflow workflow, Transition transition, State from, Optional<String> comment, Optional<Duration> stayed) {}
