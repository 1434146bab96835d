package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * A test of a pack: {@code tests/<name>.yaml}.
 *
 * @param users who takes part
 * @param given records that are there before, as {@code {entity: {field: value}}}
 */
public record ScenarioDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        List<String> users,
        List<Node> given,
        List<Step> steps,
        MapNode source)
        implements Definition {

    /**
     * A call and what is expected of it.
     *
     * @param call as written under {@code when}: who, which method and address, which body
     * @param expected as written under {@code then}
     */
    public record Step(Optional<String> title, MapNode call, MapNode expected, Origin origin) {}

    public ScenarioDefinition {
        users = List.copyOf(users);
        given = List.copyOf(given);
        steps = List.copyOf(steps);
    }

    @Override
    public Kind kind() {
        return Kind.TEST;
    }
}
