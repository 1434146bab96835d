package io.armature.metadata.read;

import io.armature.metadata.definition.AssignmentDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** {@code assignments/*.yaml}. */
final class AssignmentParser implements DefinitionParser {

    @Override
    public AssignmentDefinition parse(String name, Entries entries) {
        SequencedMap<String, List<String>> open = new LinkedHashMap<>();
        entries.entries("open").forEach((field, values) -> open.put(field, Entries.texts(values)));
        return new AssignmentDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.text("entity", ""),
                entries.text("field", ""),
                entries.text("when"),
                AssignmentDefinition.Choice.named(entries.text("by", "")),
                entries.text("role"),
                entries.text("group"),
                entries.text("user"),
                open,
                entries.map());
    }
}
