package io.armature.metadata.read;

import io.armature.metadata.definition.ConnectorDefinition;

/** {@code connectors/*.yaml}. */
final class ConnectorParser implements DefinitionParser {

    @Override
    public ConnectorDefinition parse(String name, Entries entries) {
        return new ConnectorDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.text("type", ""),
                entries.entries("settings"),
                entries.entries("entities"),
                entries.map());
    }
}
