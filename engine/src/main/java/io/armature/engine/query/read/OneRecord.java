package io.armature.engine.query.read;

/**
 * One record as JSON.
 *
 * @param version counts its changes; its ETag
 */
public record OneRecord(byte[] json, long version) {}
