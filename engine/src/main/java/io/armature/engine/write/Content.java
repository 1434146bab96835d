package io.armature.engine.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The fields that a change names.
 *
 * @param values fields with a value of their own, links included
 * @param lines owned children
 * @param links many-to-many
 */
public record Content(
        SequencedMap<String, Given> values,
        SequencedMap<String, LinesChange> lines,
        SequencedMap<String, LinksChange> links) {

    public static final Content EMPTY =
            new Content(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());

    public Content {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        lines = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lines));
        links = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(links));
    }
}
