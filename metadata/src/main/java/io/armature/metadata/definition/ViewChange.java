package io.armature.metadata.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One change that an overlay makes in a view.
 *
 * @param target the field, or the name of the tab, section or action, to add, hide, move or change
 * @param anchor where to add or move it
 * @param properties what to set on it
 */
public record ViewChange(
        Operation operation,
        String target,
        Optional<Anchor> anchor,
        SequencedMap<String, Node> properties,
        Origin origin) {

    /** What is done to the target. */
    public enum Operation {
        ADD,
        HIDE,
        MOVE,
        SET
    }

    /** A place beside or inside another node of the view. */
    public record Anchor(Place place, String node) {}

    /** Where, seen from the other node. */
    public enum Place {
        BEFORE,
        AFTER,
        INTO
    }

    public ViewChange {
        properties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(properties));
    }
}
