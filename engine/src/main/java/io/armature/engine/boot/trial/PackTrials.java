package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.boot.trial.TrialFailure.Difference;
import io.armature.engine.script.TestScripts;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.definition.ScenarioDefinition;
import io.armature.metadata.definition.TestScriptDefinition;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        outcomes.addAll(functions(pack, source, digests, chosen, told));
        return outcomes;
    }

    private List<TrialOutcome> functions(
            PackArchive pack,
            PackSource source,
            List<String> digests,
            Predicate<String> chosen,
            Consumer<TrialOutcome> told) {
        List<TestScriptDefinition> files = source.definitions().stream()
                .filter(TestScriptDefinition.class::isInstance)
                .map(TestScriptDefinition.class::cast)
                .filter(file -> chosen.test(file.name()))
                .toList();
        List<TrialOutcome> outcomes = new ArrayList<>();
        if (files.isEmpty()) {
            return outcomes;
        }
        try (TestScripts scripts = new TestScripts()) {
            for (TestScriptDefinition file : files) {
                for (TrialOutcome outcome : functions(pack, source, digests, scripts, file)) {
                    told.accept(outcome);
                    outcomes.add(outcome);
                }
            }
        }
        return outcomes;
    }

    private List<TrialOutcome> functions(
            PackArchive pack, PackSource source, List<String> digests, TestScripts scripts, TestScriptDefinition file) {
        String name = source.manifest().name();
        Position place = file.origin().position();
        try {
            TestScripts.Contents contents = scripts.contents(file);
            ScenarioDefinition given = GivenFiles.read(reader, pack, file, contents);
            return contents.tests().stream()
                    .map(test -> outcome(
                            name,
                            place,
                            contents.title() + ": " + test,
                            digests,
                            tenant -> new ScriptRun(given, bench, tenant).run(scripts, file, test)))
                    .toList();
        } catch (ProblemException unreadable) {
            Problem problem = unreadable.problems().getFirst();
            Difference difference = new Difference("the file", "to run", problem.message(Locale.ENGLISH));
            TrialFailure failure = new TrialFailure(problem.position(), "reading it", List.of(difference), "");
            return List.of(new TrialOutcome(name, place, file.name(), Duration.ZERO, Optional.of(failure)));
        }
    }

    private TrialOutcome run(String pack, ScenarioDefinition scenario, List<String> digests) {
        return outcome(
                pack,
                scenario.origin().position(),
                scenario.title(),
                digests,
                tenant -> new ScenarioRun(scenario, bench, tenant).run());
    }

    private TrialOutcome outcome(
            String pack, Position place, String title, List<String> digests, Consumer<TrialTenant> work) {
        long began = System.nanoTime();
        bench.clock().reset();
        Optional<TrialFailure> failure = Optional.empty();
        try (TrialTenant tenant = tenant(place, digests)) {
            try {
                work.accept(tenant);
            } finally {
                bench.end(tenant.name());
            }
        } catch (TrialRefusal refused) {
            failure = Optional.of(refused.failure());
        }
        return new TrialOutcome(pack, place, title, Duration.ofNanos(System.nanoTime() - began), failure);
    }

    private TrialTenant tenant(Position place, List<String> digests) {
        String name = "trial" + ++tenants;
        String password = UUID.randomUUID().toString();
        ObjectNode order =
                JsonNodeFactory.instance.objectNode().put("name", name).put("adminPassword", password);
        digests.forEach(order.withArray("packs")::add);
        try (TrialCaller main = new TrialCaller(bench.address(), MAIN, bench.password())) {
            TrialAnswer answer = main.call("admin", "POST", "/api/tenants", Map.of(), Optional.<JsonNode>of(order));
            if (!answer.isSuccess()) {
                throw TrialRefusal.of(place, "installing the pack", "201", answer);
            }
        }
        return new TrialTenant(name, password, new TrialCaller(bench.address(), name, password));
    }
}
