package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.TranslationDefinition;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/** {@code i18n/<locale>.yaml}: texts by the text in the definitions, and texts by place, whatever the depth. */
final class TranslationParser implements DefinitionParser {

    private static final String TEXTS = "texts";

    @Override
    public TranslationDefinition parse(String name, Entries entries) {
        SequencedMap<String, String> places = new LinkedHashMap<>();
        entries.without(Set.of(TEXTS)).forEach((key, value) -> collect(key, value, places));
        return new TranslationDefinition(name, entries.origin(), entries.textEntries(TEXTS), places, entries.map());
    }

    /** The depth is that of the file, which is limited. */
    private static void collect(String path, Node node, SequencedMap<String, String> texts) {
        switch (node) {
            case TextNode text -> texts.put(path, text.value());
            case MapNode map -> map.entries().forEach((key, value) -> collect(path + "." + key, value, texts));
            case ListNode _, NumberNode _, FlagNode _, NullNode _ -> {}
        }
    }
}
