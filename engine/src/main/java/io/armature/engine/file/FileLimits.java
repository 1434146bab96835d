package io.armature.engine.file;

/**
 * How much may be kept.
 *
 * @param file bytes of one file
 * @param tenant bytes of all contents of one tenant; the same content counts once
 */
public record FileLimits(long file, long tenant) {}
