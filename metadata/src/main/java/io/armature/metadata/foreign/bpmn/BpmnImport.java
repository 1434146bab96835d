package io.armature.metadata.foreign.bpmn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Definition;
import io.armature.metadata.read.DefinitionWriter;
import io.armature.metadata.read.PackReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a BPMN file came to.
 *
 * @param name for the file of the workflow
 * @param definition the workflow as its file would say it
 * @param unmapped what was left out, in words
 */
public record BpmnImport(String name, ObjectNode definition, List<String> unmapped) {

    public BpmnImport {
        unmapped = List.copyOf(unmapped);
    }

    /** The file {@code workflows/<name>.yaml}. */
    public String yaml() {
        String manifest = "{\"pack\": \"foreign\", \"version\": \"0.0.0\", \"title\": \"BPMN\", \"engine\": \">=0.1\"}";
        return new PackReader()
                        .read(Map.of(
                                "pack.json",
                                manifest.getBytes(StandardCharsets.UTF_8),
                                "workflows/" + name + ".json",
                                definition.toString().getBytes(StandardCharsets.UTF_8)))
                        .definitions()
                        .stream()
                        .map(Definition::source)
                        .map(DefinitionWriter::yaml)
                        .findFirst()
                        .orElseGet(definition::toPrettyString);
    }
}
