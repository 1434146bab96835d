package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The manifest of a pack, {@code pack.yaml}.
 *
 * @param version by semantic versioning
 * @param engine the range of engine versions it runs on
 * @param requires needed packs with their version ranges
 * @param grants what its hooks may reach
 * @param limits what one call of a hook may use where it is not the usual, by the names of {@code pack.json}
 */
public record PackManifest(
        String name,
        Origin origin,
        String version,
        String title,
        Optional<String> description,
        Optional<String> license,
        String engine,
        SequencedMap<String, String> requires,
        PackGrants grants,
        SequencedMap<String, Long> limits,
        MapNode source)
        implements Definition {

    public PackManifest {
        requires = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(requires));
        limits = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(limits));
    }

    @Override
    public Kind kind() {
        return Kind.PACK;
    }
}
