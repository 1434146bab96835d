package io.armature.metadata.read;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.PrintDefinition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives prints what stands in the files beside them. */
final class PrintFiles {

    private static final String FOLDER = "prints/";
    /** The media types of the pictures that a print may show, by the ends of their names. */
    private static final Map<String, String> PICTURES =
            Map.of(".png", "png", ".jpg", "jpeg", ".jpeg", "jpeg", ".svg", "svg+xml");

    /** A logo has a few kilobytes; each print holds what stands beside it. */
    private static final int LARGEST_PICTURE = 512 * 1024;

    private final Map<String, byte[]> files;

    PrintFiles(Map<String, byte[]> files) {
        this.files = files;
    }

    Definition complete(Definition definition) {
        return definition instanceof PrintDefinition print
                ? print.with(html(print.template()), pictures())
                : definition;
    }

    private String html(String template) {
        byte[] bytes = files.getOrDefault(FOLDER + template, new byte[0]);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Map<String, String> pictures() {
        Map<String, String> pictures = new LinkedHashMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(FOLDER) && bytes.length <= LARGEST_PICTURE) {
                mediaType(path)
                        .ifPresent(type -> pictures.put(
                                path.substring(FOLDER.length()),
                                "data:image/" + type + ";base64,"
                                        + Base64.getEncoder().encodeToString(bytes)));
            }
        });
        return pictures;
    }

    /** Of a picture that a print may show. */
    static Optional<String> mediaType(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.ofNullable(PICTURES.get(path.substring(dot)));
    }
}
