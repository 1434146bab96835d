package io.armature.metadata.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A field as one view shows it.
 *
 * @param field its name, or a path over links such as {@code country.name}
 * @param properties what this view says otherwise than the field: {@code title visible readOnly required width widget}…
 */
public record ViewItem(String field, SequencedMap<String, Node> properties, Origin origin) {

    public ViewItem {
        properties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(properties));
    }
}
