package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.foreign.ImportReport;
import io.armature.metadata.foreign.Outcome;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds applications below a folder: what holds {@code module/doctype/name/name.json} is one. Reads their documents, fixtures,
 * customisations and translations; everything else is said not to be imported.
 */
final class AppFinder {

    /** A file of this size is no metadata. */
    private static final long LARGEST = 20_000_000;

    /** Folders of documents that have none of their own. */
    private static final Set<String> LOOSE = Set.of("custom", "workspace_sidebar");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path root;
    private final ImportReport report;

    AppFinder(Path root, ImportReport report) {
        this.root = root;
        this.report = report;
    }

    /** What is gathered of one application. */
    private static final class Gathered {
        private final List<Doc> documents = new ArrayList<>();
        private final Map<String, String> translations = new TreeMap<>();
        private String license = "";
    }

    List<AppFolder> find() throws IOException {
        List<Path> files = files();
        SequencedMap<Path, Gathered> apps = new TreeMap<>();
        files.forEach(file -> app(file).ifPresent(app -> apps.putIfAbsent(app, new Gathered())));
        if (apps.isEmpty()) {
            apps.put(root, new Gathered());
        }
        for (Path file : files) {
            Optional<Path> app = apps.keySet().stream()
                    .filter(file::startsWith)
                    .max((one, other) -> one.getNameCount() - other.getNameCount());
            if (app.isPresent()) {
                read(file, app.get(), apps.computeIfAbsent(app.get(), any -> new Gathered()));
            }
            license(file, apps);
        }
        List<AppFolder> found = new ArrayList<>();
        apps.forEach((path, gathered) -> found.add(new AppFolder(
                path.toAbsolutePath().normalize().getFileName().toString(),
                gathered.license,
                gathered.documents,
                gathered.translations)));
        return found;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !hidden(root.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean hidden(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".") || part.toString().equals("node_modules")) {
                return true;
            }
        }
        return false;
    }

    /** The application's folder, of the file of a DocType. */
    private Optional<Path> app(Path file) {
        Path folder = file.getParent();
        Path kind = folder == null ? null : folder.getParent();
        if (folder == null
                || kind == null
                || !isJson(file)
                || !folder.endsWith(stem(file))
                || !kind.endsWith("doctype")) {
            return Optional.empty();
        }
        Path module = kind.getParent();
        Path app = module == null || module.equals(root) ? root : module.getParent();
        return Optional.of(app == null || !app.startsWith(root) ? root : app);
    }

    private static boolean isJson(Path file) {
        return file.toString().endsWith(".json");
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private void license(Path file, SequencedMap<Path, Gathered> apps) throws IOException {
        String name = stem(file).toLowerCase(java.util.Locale.ROOT);
        if (name.equals("license") && Files.size(file) < LARGEST) {
            String text = text(file).orElse("");
            apps.forEach((app, gathered) -> {
                Path beside = file.getParent();
                if (beside != null && (app.startsWith(beside)) && gathered.license.isEmpty()) {
                    gathered.license = text;
                }
            });
        }
    }

    private void read(Path file, Path app, Gathered gathered) throws IOException {
        String inside = app.relativize(file).toString().replace('\\', '/');
        String below = root.relativize(file).toString().replace('\\', '/');
        if (inside.endsWith(".po")) {
            text(file).ifPresent(po -> gathered.translations.put(stem(file), po));
        } else if (isJson(file) && !stem(file).startsWith("test_")) {
            if (Files.size(file) > LARGEST) {
                leftOut(app, below, "the file is larger than " + LARGEST + " bytes");
            } else if (isDefinition(file, inside)) {
                Optional<String> text = text(file);
                if (text.isPresent()) {
                    documents(file, app, below, text.get(), gathered);
                }
            } else {
                leftOut(app, below, "no file of a definition");
            }
        }
    }

    /**
     * {@code module/kind/name/name.json}, {@code module/custom/doctype.json}, {@code workspace_sidebar/name.json} or
     * {@code fixtures/name.json}.
     */
    private static boolean isDefinition(Path file, String inside) {
        String[] parts = inside.split("/");
        return parts.length >= 2
                && (parts[parts.length - 2].equals(stem(file))
                        || LOOSE.contains(parts[parts.length - 2])
                        || inside.startsWith("fixtures/"));
    }

    private void documents(Path path, Path app, String file, String text, Gathered gathered) throws IOException {
        try {
            JsonNode tree = ForeignJson.read(text);
            List<JsonNode> found = new ArrayList<>();
            if (tree instanceof ArrayNode list) {
                list.forEach(found::add);
            } else {
                found.add(tree);
            }
            for (JsonNode document : found) {
                if (document instanceof ObjectNode object && found.size() == 1) {
                    TextFiles.into(object, path, stem(path), this::text);
                }
                document(app, file, document, gathered);
            }
        } catch (JsonProcessingException broken) {
            leftOut(app, file, "the file is not JSON: " + broken.getOriginalMessage());
        }
    }

    private void document(Path app, String file, JsonNode document, Gathered gathered) {
        if (!(document instanceof ObjectNode object)) {
            leftOut(app, file, "no document of Frappe");
        } else if (isDocType(object) && !hasFields(object)) {
            leftOut(app, file, "a DocType without fields");
        } else if (object.has("custom_fields") || object.has("property_setters") || object.has("custom_perms")) {
            customisation(file, object, gathered);
        } else if (!object.path("doctype").asText().isBlank()) {
            if (isDocType(object) && !object.path("field_order").isArray()) {
                object.remove("field_order");
            }
            gathered.documents.add(new Doc(file, object));
        } else {
            leftOut(app, file, "no document of Frappe");
        }
    }

    private static boolean isDocType(ObjectNode object) {
        return object.path("doctype").asText().equals("DocType");
    }

    /** Whether there is a list of fields; one that is null is empty. */
    private static boolean hasFields(ObjectNode object) {
        if (object.path("fields").isNull()) {
            object.putArray("fields");
        }
        return object.path("fields").isArray();
    }

    /** What "Export customizations" writes: the same documents, without saying what they are. */
    private static void customisation(String file, ObjectNode object, Gathered gathered) {
        Map.of("custom_fields", "Custom Field", "property_setters", "Property Setter", "custom_perms", "Custom DocPerm")
                .forEach((key, doctype) -> object.path(key).forEach(row -> {
                    if (row instanceof ObjectNode document) {
                        gathered.documents.add(new Doc(file, document.put("doctype", doctype)));
                    }
                }));
    }

    private Optional<String> text(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text);
        } catch (MalformedInputException notUtf8) {
            leftOut(root, root.relativize(file).toString(), "the file is not UTF-8");
            return Optional.empty();
        }
    }

    private void leftOut(Path app, String file, String reason) {
        report.add(
                Outcome.LEFT_OUT,
                app.toAbsolutePath().normalize().getFileName().toString(),
                "file",
                file,
                file,
                reason);
    }
}
