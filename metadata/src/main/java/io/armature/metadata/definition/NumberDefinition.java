package io.armature.metadata.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Automatic numbering of an entity's records.
 *
 * @param field the text field that receives the number
 * @param pattern such as {@code CUS-{yyyy}-{####}}: date parts, field values and one counter; where {@code by} chooses, for
 *     the values that name no other
 * @param by a field whose value chooses the pattern; empty where there is one pattern only
 * @param patterns the patterns by the values of that field; each counts for itself
 * @param per fields that each have a counter of their own, such as {@code company}
 * @param gapless whether a number may never be skipped, which costs a lock per counter
 */
public record NumberDefinition(
        String field,
        String pattern,
        String by,
        SequencedMap<String, String> patterns,
        List<String> per,
        boolean gapless,
        Origin origin) {
    public NumberDefinition {
        patterns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(patterns));
        per = List.copyOf(per);
    }
}
