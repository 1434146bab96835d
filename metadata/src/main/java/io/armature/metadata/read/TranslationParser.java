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

/** {@code i18n/<locale>.yaml}: texts by path, whatever the depth. */
final class TranslationParser implements DefinitionParser {

    @Override
    public TranslationDefinition parse(String name, Entries entries) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        collect("", entries.map(), texts);
        return new TranslationDefinition(name, entries.origin(), texts, entries.map());
    }

    /** The depth is that of the file, which is limited. */
    private static void collect(String path, Node node, SequencedMap<String, String> texts) {
        switch (node) {
            case TextNode text -> texts.put(path, text.value());
            case MapNode map ->
                map.entries().forEach((key, value) -> collect(path.isEmpty() ? key : path + "." + key, value, texts));
            case ListNode _, NumberNode _, FlagNode _, NullNode _ -> {}
        }
    }
}
