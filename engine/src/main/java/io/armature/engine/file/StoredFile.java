package io.armature.engine.file;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file.
 *
 * @param mediaType by what stands in it
 * @param size in bytes
 * @param digest SHA-256 of the content, in hexadecimal digits
 * @param about the record that it belongs to; empty for one that was uploaded and not used yet
 * @param field the field of the record whose value it is; empty for an attachment
 * @param version counts its contents
 */
public record StoredFile(
        UUID id,
        String name,
        String mediaType,
        long size,
        String digest,
        Optional<About> about,
        Optional<String> field,
        long version,
        UUID owner,
        Instant createdAt,
        Instant updatedAt) {

    /** A record. */
    public record About(String entity, UUID record) {}

    /** Whether browsers may show it in a page. */
    public boolean isHarmless() {
        return MediaTypes.isHarmless(mediaType);
    }

    /** Whether there can be a small picture of it. */
    public boolean isPicture() {
        return Thumbnails.TYPES.contains(mediaType);
    }
}
