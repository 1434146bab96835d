package io.armature.engine.notify;

/** How many notifications are new, and how many of these are urgent. */
public record NotificationCount(long unread, long urgent) {}
