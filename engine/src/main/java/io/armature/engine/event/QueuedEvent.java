package io.armature.engine.event;

import java.util.Set;

/**
 * An event that waits.
 *
 * @param number its place in the order
 * @param stuck subscribers that have not taken an earlier event of the same record
 */
record QueuedEvent(long number, Event event, Set<String> stuck) {}
