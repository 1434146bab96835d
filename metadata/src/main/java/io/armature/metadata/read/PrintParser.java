package io.armature.metadata.read;

import io.armature.metadata.definition.PrintDefinition;
import java.util.Map;

/** {@code prints/*.yaml}. */
final class PrintParser implements DefinitionParser {

    @Override
    public PrintDefinition parse(String name, Entries entries) {
        return new PrintDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.text("entity", ""),
                entries.text("template", name + ".html"),
                entries.text("paper", "A4"),
                entries.flag("landscape", false),
                entries.text("fileName"),
                entries.text("when"),
                entries.texts("roles"),
                "",
                Map.of(),
                entries.map());
    }
}
