package io.armature.engine.record;

/**
 * A record as its caller sees it.
 *
 * @param json its fields
 * @param version counts its changes; its ETag
 */
public record Representation(byte[] json, long version) {}
