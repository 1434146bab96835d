package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The texts of a pack in another language: {@code i18n/<locale>.yaml}.
 *
 * @param texts by the text in the definitions
 * @param places by place, such as {@code entities.customer.fields.email.title}, where one word means two things
 */
public record TranslationDefinition(
        String name,
        Origin origin,
        SequencedMap<String, String> texts,
        SequencedMap<String, String> places,
        MapNode source)
        implements Definition {

    public TranslationDefinition {
        texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
        places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
    }

    @Override
    public Kind kind() {
        return Kind.TRANSLATION;
    }
}
