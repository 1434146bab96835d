package io.armature.engine.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.tika.Tika;

/** What contents are, by what stands in them: what their names or senders say is a hint at most. */
final class MediaTypes {

    /** Browsers show these without running anything that stands in them. */
    private static final Set<String> HARMLESS =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "application/pdf", "text/plain");

    private static final List<String> HARMLESS_FAMILIES = List.of("audio/", "video/");

    private static final Tika TIKA = new Tika();

    private MediaTypes() {}

    /** The type of a content; the name tells apart what looks alike, such as kinds of documents. */
    static String of(Path content, String name) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(content))) {
            return TIKA.detect(bytes, name);
        }
    }

    /** Whether a browser may show it in a page of ours. */
    static boolean isHarmless(String type) {
        return HARMLESS.contains(type) || HARMLESS_FAMILIES.stream().anyMatch(type::startsWith);
    }
}
