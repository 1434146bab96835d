package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts that Frappe keeps beside a document of its own instead of in it: {@code receipt.html} beside {@code receipt.json}. */
final class TextFiles {

    /** Reads a file, or says why not. */
    @FunctionalInterface
    interface Reader {
        Optional<String> text(Path file) throws IOException;
    }

    private record Place(String property, List<String> endings) {}

    private static final Map<String, Place> KEPT = Map.of(
            "Print Format", new Place("html", List.of(".html")),
            "Notification", new Place("message", List.of(".html", ".md", ".txt")),
            "Web Template", new Place("template", List.of(".html")));

    private TextFiles() {}

    /** Puts the text into the document: as in Frappe, the file comes before what the document says itself. */
    static void into(ObjectNode document, Path file, String stem, Reader reader) throws IOException {
        Place place = KEPT.get(document.path("doctype").asText());
        if (place == null) {
            return;
        }
        for (String ending : place.endings()) {
            Path beside = file.resolveSibling(stem + ending);
            Optional<String> text = Files.isRegularFile(beside) ? reader.text(beside) : Optional.empty();
            if (text.filter(any -> !any.isBlank()).isPresent()) {
                document.put(place.property(), text.get());
                return;
            }
        }
    }
}
