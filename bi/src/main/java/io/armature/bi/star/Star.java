package io.armature.bi.star;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Facts and dimensions of a model, by the entity's full name.
 */
public record Star(SequencedMap<String, Fact> facts, SequencedMap<String, Dimension> dimensions) {
    public Star {
        facts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(facts));
        dimensions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(dimensions));
    }
}
