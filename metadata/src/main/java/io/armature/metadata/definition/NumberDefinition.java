package io.armature.metadata.definition;

import java.util.List;

/**
 * Automatic numbering of an entity's records.
 *
 * @param field the text field that receives the number
 * @param pattern such as {@code CUS-{yyyy}-{####}}: date parts, field values and one counter
 * @param per fields that each have a counter of their own, such as {@code company}
 * @param gapless whether a number may never be skipped, which costs a lock per counter
 */
public record NumberDefinition(String field, String pattern, List<String> per, boolean gapless, Origin origin) {
    public NumberDefinition {
        per = List.copyOf(per);
    }
}
