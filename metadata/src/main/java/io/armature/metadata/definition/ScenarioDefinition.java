package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A test of a pack: {@code tests/<name>.yaml}.
 *
 * @param clock the moment at which it begins; the present when absent
 * @param users who takes part, by name
 * @param given records that are there before
 * @param peers what other servers answer
 */
public record ScenarioDefinition(
        String name,
        Origin origin,
        String title,
        Optional<Instant> clock,
        SequencedMap<String, Participant> users,
        List<Given> given,
        List<Peer> peers,
        List<Step> steps,
        MapNode source)
        implements Definition {

    /**
     * Somebody who takes part.
     *
     * @param email where mails go; {@code <name>@test.example} when absent
     * @param values further fields of the user
     */
    public record Participant(List<String> roles, Optional<String> email, MapNode values) {
        public Participant {
            roles = List.copyOf(roles);
        }
    }

    /**
     * A record that is there before.
     *
     * @param as how steps call it
     */
    public record Given(String entity, Optional<String> as, MapNode values, Origin origin) {}

    /**
     * What another server answers when a function calls it.
     *
     * @param address with scheme, host and query
     * @param text the body
     */
    public record Peer(String method, String address, int status, SequencedMap<String, String> headers, String text) {
        public Peer {
            headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
        }
    }

    /** What is done, and what is expected of it. */
    public sealed interface Step {

        Optional<String> title();

        Expectation expected();

        Origin origin();
    }

    /**
     * A request.
     *
     * @param method such as {@code POST}
     * @param address such as {@code /api/crm/customer/{created.id}}
     * @param by the user who calls; absent for the administrator
     * @param as how later steps call the answer
     */
    public record Call(
            Optional<String> title,
            String method,
            String address,
            Optional<String> by,
            Optional<String> as,
            SequencedMap<String, String> headers,
            Optional<Node> body,
            Expectation expected,
            Origin origin)
            implements Step {
        public Call {
            headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * Time that passes.
     *
     * @param advance how much of it
     * @param at until when, where that is said instead
     */
    public record Wait(
            Optional<String> title,
            Optional<Duration> advance,
            Optional<Instant> at,
            Expectation expected,
            Origin origin,
            MapNode source)
            implements Step {}

    /**
     * A job that is run, whatever its schedule says.
     *
     * @param job its name
     * @param with what it is given beside what its definition says
     * @param as how later steps call what it returned
     */
    public record JobRun(
            Optional<String> title,
            String job,
            MapNode with,
            Optional<String> as,
            Expectation expected,
            Origin origin,
            MapNode source)
            implements Step {}

    /**
     * What is expected.
     *
     * @param status of HTTP; 0 for any
     * @param body what the answer must hold, or what the job returned, at least
     * @param problem the code of a problem
     * @param mails that left because of the step, all of them; absent where nobody cares
     * @param notifications that the test's users were given because of the step, all of them; absent where nobody cares
     */
    public record Expectation(
            int status,
            Optional<Node> body,
            Optional<String> problem,
            SequencedMap<String, String> headers,
            Optional<List<MapNode>> mails,
            Optional<List<MapNode>> notifications) {
        public Expectation {
            headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
            mails = mails.map(List::copyOf);
            notifications = notifications.map(List::copyOf);
        }
    }

    public ScenarioDefinition {
        users = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(users));
        given = List.copyOf(given);
        peers = List.copyOf(peers);
        steps = List.copyOf(steps);
    }

    @Override
    public Kind kind() {
        return Kind.TEST;
    }
}
