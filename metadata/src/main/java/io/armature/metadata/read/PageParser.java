package io.armature.metadata.read;

import io.armature.metadata.definition.PageDefinition;

/** {@code pages/*.yaml}. */
final class PageParser implements DefinitionParser {

    @Override
    public PageDefinition parse(String name, Entries entries) {
        return new PageDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.text("path"),
                entries.flag("public", false),
                entries.texts("roles"),
                entries.items("blocks"),
                entries.map());
    }
}
