package io.armature.engine.file;

import java.time.Instant;
import java.util.UUID;

/** A content that a file has or had. */
public record FileVersion(long version, String name, String mediaType, long size, String digest, UUID by, Instant at) {

    /** Whether browsers may show it in a page. */
    public boolean isHarmless() {
        return MediaTypes.isHarmless(mediaType);
    }
}
