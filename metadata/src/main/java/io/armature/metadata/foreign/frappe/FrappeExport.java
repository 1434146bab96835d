package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.read.NodeJson;
import io.armature.metadata.read.PackSource;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Writes the entities of a pack as DocTypes. What an import kept is given back as it was; what a pack of ours says is told by
 * the nearest that Frappe has.
 */
public final class FrappeExport {

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private final PackSource pack;
    private final Map<String, String> doctypes = new HashMap<>();

    private FrappeExport(PackSource pack) {
        this.pack = pack;
        pack.definitions().forEach(definition -> {
            if (definition instanceof EntityDefinition entity) {
                doctypes.put(entity.fullName(), ExportedType.name(entity));
            }
        });
    }

    /** The files of the application, by path: a folder for each DocType, and Custom Fields as fixtures. */
    public static SequencedMap<String, byte[]> files(PackSource pack) {
        return new FrappeExport(pack).files();
    }

    private SequencedMap<String, byte[]> files() {
        SequencedMap<String, byte[]> files = new TreeMap<>();
        ArrayNode custom = JsonNodeFactory.instance.arrayNode();
        List<RoleDefinition> roles = pack.definitions().stream()
                .filter(RoleDefinition.class::isInstance)
                .map(RoleDefinition.class::cast)
                .toList();
        pack.definitions().forEach(definition -> {
            if (definition instanceof EntityDefinition entity && entity.shape() != EntityDefinition.Shape.ABSTRACT) {
                ObjectNode tree = (ObjectNode) NodeJson.of(entity.source());
                ExportedType type = new ExportedType(entity, tree, doctypes, roles);
                ObjectNode doctype = type.doctype();
                type.customFields().forEach(custom::add);
                String name = PlainWords.of(doctype.path("name").asText());
                String module = PlainWords.of(doctype.path("module").asText());
                files.put(
                        pack.manifest().name() + "/" + module + "/doctype/" + name + "/" + name + ".json",
                        bytes(doctype));
            }
        });
        if (!custom.isEmpty()) {
            files.put(pack.manifest().name() + "/fixtures/custom_field.json", bytes(custom));
        }
        return files;
    }

    /** As Frappe writes it: keys in order, one blank a level. */
    private byte[] bytes(JsonNode tree) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            Object plain = json.treeToValue(tree, Object.class);
            return (json.writer(printer).writeValueAsString(plain) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can be written", impossible);
        }
    }
}
