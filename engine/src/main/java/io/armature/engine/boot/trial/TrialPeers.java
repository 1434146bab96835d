package io.armature.engine.boot.trial;

import io.armature.engine.script.PeerAnswers;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.definition.ScenarioDefinition.Peer;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The other servers of tests: each answers what its test declares, and there are no others. Safe for many threads. */
public final class TrialPeers implements PeerAnswers {

    private final Map<String, Map<String, Deque<PeerAnswer>>> byTenant = new ConcurrentHashMap<>();

    /** What a test declares, for its tenant; several answers to one call come in their order, and the last one stays. */
    void declare(String tenant, List<Peer> peers) {
        Map<String, Deque<PeerAnswer>> answers = new HashMap<>();
        for (Peer peer : peers) {
            answers.computeIfAbsent(peer.method() + " " + peer.address(), any -> new ArrayDeque<>())
                    .add(new PeerAnswer(peer.status(), peer.headers(), peer.text()));
        }
        byTenant.put(tenant, answers);
    }

    @Override
    public Optional<PeerAnswer> of(Tenant tenant, String method, URI address) {
        String call = method + " " + address;
        Deque<PeerAnswer> answers =
                byTenant.getOrDefault(tenant.name(), Map.of()).get(call);
        if (answers == null) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.SCRIPT_PEER,
                    "",
                    address.getScheme() + "://" + address.getAuthority(),
                    "the test declares no answer to `" + call + "` under `given.http`"));
        }
        synchronized (answers) {
            return Optional.of(answers.size() > 1 ? answers.removeFirst() : answers.getFirst());
        }
    }
}
