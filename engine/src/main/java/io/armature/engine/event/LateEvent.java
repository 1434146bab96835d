package io.armature.engine.event;

/**
 * An event that one subscriber could not take.
 *
 * @param attempts how often it was tried
 */
record LateEvent(String subscriber, long number, Event event, int attempts) {}
