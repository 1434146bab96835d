package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.definition.ScenarioDefinition;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs the tests of packs, each in a tenant of its own with the pack and all that it requires. For one thread. */
public final class PackTrials {

    private static final String MAIN = "main";

    private final TrialBench bench;
    private final PackReader reader = new PackReader();
    private int tenants;

    public PackTrials(TrialBench bench) {
        this.bench = bench;
    }

    /**
     * Runs the tests of one pack.
     *
     * @param required the packs that it needs, and those that they need
     * @param chosen which tests, by name
     * @param told is told of each as it ends
     */
    public List<TrialOutcome> run(
            PackArchive pack, List<PackArchive> required, Predicate<String> chosen, Consumer<TrialOutcome> told) {
        PackSource source = reader.read(pack.files());
        List<String> digests = new ArrayList<>();
        required.forEach(needed -> digests.add(bench.keep(needed)));
        digests.add(bench.keep(pack));
        List<TrialOutcome> outcomes = new ArrayList<>();
        source.definitions().stream()
                .filter(ScenarioDefinition.class::isInstance)
                .map(ScenarioDefinition.class::cast)
                .filter(scenario -> chosen.test(scenario.name()))
                .forEach(scenario -> {
                    TrialOutcome outcome = run(source.manifest().name(), scenario, digests);
                    told.accept(outcome);
                    outcomes.add(outcome);
                });
        return outcomes;
    }

    private TrialOutcome run(String pack, ScenarioDefinition scenario, List<String> digests) {
        long began = System.nanoTime();
        bench.clock().reset();
        Optional<TrialFailure> failure = Optional.empty();
        try (TrialTenant tenant = tenant(scenario, digests)) {
            new ScenarioRun(scenario, bench, tenant).run();
        } catch (TrialRefusal refused) {
            failure = Optional.of(refused.failure());
        }
        return new TrialOutcome(
                pack,
                scenario.origin().position(),
                scenario.title(),
                Duration.ofNanos(System.nanoTime() - began),
                failure);
    }

    private TrialTenant tenant(ScenarioDefinition scenario, List<String> digests) {
        String name = "trial" + ++tenants;
        String password = UUID.randomUUID().toString();
        ObjectNode order =
                JsonNodeFactory.instance.objectNode().put("name", name).put("adminPassword", password);
        digests.forEach(order.withArray("packs")::add);
        try (TrialCaller main = new TrialCaller(bench.address(), MAIN, bench.password())) {
            TrialAnswer answer = main.call("admin", "POST", "/api/tenants", Map.of(), Optional.<JsonNode>of(order));
            if (!answer.isSuccess()) {
                throw TrialRefusal.of(scenario.origin().position(), "installing the pack", "201", answer);
            }
        }
        return new TrialTenant(name, password, new TrialCaller(bench.address(), name, password));
    }
}
