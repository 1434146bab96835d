package io.armature.metadata.archive;

/**
 * How much an archive may hold, so that none can harm who reads it.
 *
 * @param packedBytes of the archive itself
 * @param files in it
 * @param bytes of all files together, unpacked
 * @param ratio of unpacked to packed bytes, for files over {@code ratioFrom} bytes
 */
public record ArchiveLimits(long packedBytes, int files, long bytes, int ratio, long ratioFrom) {

    public static final ArchiveLimits USUAL = new ArchiveLimits(50_000_000, 20_000, 200_000_000, 200, 1_000_000);
}
