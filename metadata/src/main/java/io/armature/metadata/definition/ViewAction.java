package io.armature.metadata.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A button of a view.
 *
 * @param properties what it does: {@code transition}, {@code action}, {@code print}, {@code view} or {@code url}
 */
public record ViewAction(
        String name,
        String title,
        Optional<String> icon,
        Optional<String> visible,
        List<String> roles,
        SequencedMap<String, Node> properties,
        Origin origin) {

    public ViewAction {
        roles = List.copyOf(roles);
        properties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(properties));
    }
}
