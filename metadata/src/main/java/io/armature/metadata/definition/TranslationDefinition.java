package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The texts of a pack in another language: {@code i18n/<locale>.yaml}.
 *
 * @param texts by path, such as {@code entities.customer.fields.email.title}
 */
public record TranslationDefinition(String name, Origin origin, SequencedMap<String, String> texts, MapNode source)
        implements Definition {

    public TranslationDefinition {
        texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
    }

    @Override
    public Kind kind() {
        return Kind.TRANSLATION;
    }
}
