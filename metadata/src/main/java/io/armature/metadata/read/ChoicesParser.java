package io.armature.metadata.read;

import io.armature.metadata.definition.ChoicesDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import java.util.LinkedHashMap;

/** {@code choices/*.yaml}. */
final class ChoicesParser implements DefinitionParser {

    @Override
    public ChoicesDefinition parse(String name, Entries entries) {
        Node options = entries.map().get("options").orElseGet(() -> MapNode.of(new LinkedHashMap<>()));
        return new ChoicesDefinition(name, entries.origin(), entries.text("title"), options, entries.map());
    }
}
