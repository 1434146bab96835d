package io.armature.engine.print;

/**
 * A printed record.
 *
 * @param name of the file, with its ending
 */
@SuppressWarnings("ArrayRecordComponent")
public record PrintedFile(String name, String mediaType, byte[] bytes) {}
