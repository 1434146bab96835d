package io.armature.engine.query.read;

import io.armature.engine.query.plan.Told;

/**
 * One record as JSON.
 *
 * @param version counts its changes; its ETag
 * @param told what decides of what is told of it
 */
public record OneRecord(byte[] json, long version, Told told) {}
