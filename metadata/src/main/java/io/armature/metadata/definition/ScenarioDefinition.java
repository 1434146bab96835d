package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A test of a pack: {@code tests/<name>.yaml}.
 *
 * @param users who takes part: their roles, by name
 * @param given records that are there before
 */
public record ScenarioDefinition(
        String name,
        Origin origin,
        String title,
        SequencedMap<String, List<String>> users,
        List<Given> given,
        List<Step> steps,
        MapNode source)
        implements Definition {

    /**
     * A record that is there before.
     *
     * @param as how steps call it
     */
    public record Given(String entity, Optional<String> as, MapNode values, Origin origin) {}

    /**
     * A request and what is expected of its answer.
     *
     * @param method such as {@code POST}
     * @param address such as {@code /api/crm/customer/{created.id}}
     * @param by the user who calls; absent for the administrator
     * @param as how later steps call the answer
     */
    public record Step(
            Optional<String> title,
            String method,
            String address,
            Optional<String> by,
            Optional<String> as,
            SequencedMap<String, String> headers,
            Optional<Node> body,
            Expectation expected,
            Origin origin) {
        public Step {
            headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * What is expected of an answer.
     *
     * @param status of HTTP; 0 for any
     * @param body what it must hold, at least
     * @param problem the code of a problem
     */
    public record Expectation(
            int status, Optional<Node> body, Optional<String> problem, SequencedMap<String, String> headers) {
        public Expectation {
            headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
        }
    }

    public ScenarioDefinition {
        users = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(users));
        given = List.copyOf(given);
        steps = List.copyOf(steps);
    }

    @Override
    public Kind kind() {
        return Kind.TEST;
    }
}
