package io.armature.metadata.read;

import io.armature.metadata.definition.ExtensionDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.ViewChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** {@code extensions/*.yaml}. */
final class ExtensionParser implements DefinitionParser {

    private static final Set<String> OWN =
            Set.of("extend", "fields", "views", "override", "base", "search", "constraints", "indexes");

    @Override
    public ExtensionDefinition parse(String name, Entries entries) {
        return new ExtensionDefinition(
                name,
                entries.origin(),
                entries.text("extend", ""),
                FieldParser.parse(entries, "fields"),
                views(entries.inner("views")),
                properties(entries, "override"),
                properties(entries, "base"),
                entries.textEntries("search"),
                ConstraintParser.constraints(entries),
                ConstraintParser.indexes(entries),
                entries.without(OWN),
                entries.map());
    }

    private static SequencedMap<String, SequencedMap<String, Node>> properties(Entries entries, String key) {
        SequencedMap<String, SequencedMap<String, Node>> byField = new LinkedHashMap<>();
        entries.children(key)
                .forEach((field, changed) -> byField.put(field, changed.map().entries()));
        return byField;
    }

    private static SequencedMap<String, List<ViewChange>> views(Entries views) {
        SequencedMap<String, List<ViewChange>> changes = new LinkedHashMap<>();
        views.map()
                .entries()
                .keySet()
                .forEach(view -> changes.put(
                        view,
                        views.maps(view).stream().map(ViewChangeParser::parse).toList()));
        return changes;
    }
}
