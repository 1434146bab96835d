package io.armature.metadata.definition;

/** The colour of the records for which an expression holds. */
public record ViewColor(String when, String color, Origin origin) {}
