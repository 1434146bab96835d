package io.armature.metadata.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.problem.Position;
import io.armature.metadata.read.DefinitionWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Writes applications as packs. */
public final class ApplicationFiles {

    private ApplicationFiles() {}

    /** The files of the pack, by path. The same application gives the same bytes. */
    public static SequencedMap<String, byte[]> of(Application application) {
        SequencedMap<String, byte[]> files = new TreeMap<>(application.files());
        files.put("pack.yaml", yaml(manifest(application)));
        application.drafts().forEach(draft -> files.put(draft.path(), yaml(draft.tree())));
        return files;
    }

    /**
     * Writes the pack into a folder, which is made when it is not there.
     *
     * @throws IOException when the folder cannot be written
     */
    public static void write(Application application, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> entry : of(application).entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, entry.getValue());
        }
    }

    private static ObjectNode manifest(Application application) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("pack", application.pack());
        manifest.put("version", application.version());
        manifest.put("title", application.title());
        if (!application.license().isEmpty()) {
            manifest.put("license", application.license());
        }
        manifest.put("engine", ">=0.1 <1");
        if (!application.requires().isEmpty()) {
            ObjectNode requires = manifest.putObject("requires");
            application.requires().forEach(requires::put);
        }
        return manifest;
    }

    private static byte[] yaml(ObjectNode tree) {
        return DefinitionWriter.yaml(map(tree)).getBytes(StandardCharsets.UTF_8);
    }

    private static MapNode map(ObjectNode tree) {
        SequencedMap<String, Node> entries = new LinkedHashMap<>();
        tree.properties().forEach(entry -> entries.put(entry.getKey(), node(entry.getValue())));
        return MapNode.of(entries);
    }

    private static Node node(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> map((ObjectNode) json);
            case ARRAY -> {
                List<Node> items = new ArrayList<>();
                json.forEach(item -> items.add(node(item)));
                yield new ListNode(Position.NONE, items);
            }
            case STRING -> new TextNode(Position.NONE, json.textValue());
            case NUMBER -> new NumberNode(Position.NONE, json.decimalValue());
            case BOOLEAN -> new FlagNode(Position.NONE, json.booleanValue());
            case NULL, MISSING, BINARY, POJO -> new NullNode(Position.NONE);
        };
    }
}
