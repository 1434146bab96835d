package io.armature.metadata.read;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.PrintDefinition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives prints what stands in the files beside them. */
final class PrintFiles {

    private static final String FOLDER = "prints/";
    private static final String PICTURE = ".png";

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
            if (path.startsWith(FOLDER) && path.endsWith(PICTURE) && bytes.length <= LARGEST_PICTURE) {
                pictures.put(
                        path.substring(FOLDER.length()),
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes));
            }
        });
        return pictures;
    }
}
