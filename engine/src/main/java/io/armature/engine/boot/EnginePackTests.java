package io.armature.engine.boot;

import io.armature.engine.boot.trial.PackTrials;
import io.armature.engine.boot.trial.TrialOutcome;
import io.armature.engine.boot.trial.TrialText;
import io.armature.engine.cli.PackTests;
import io.armature.metadata.archive.PackArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Tests packs on a server of this process, on a PostgreSQL of its own, all of which is thrown away. */
final class EnginePackTests implements PackTests {

    @Override
    public Result run(List<PackArchive> packs, Predicate<String> chosen, Consumer<String> lines) {
        RequiredPacks required = new RequiredPacks(packs);
        List<TrialOutcome> outcomes = new ArrayList<>();
        lines.accept("Starting an engine to test on …");
        try (ThrowAwayEngine engine = ThrowAwayEngine.start()) {
            PackTrials trials = new PackTrials(engine);
            for (PackArchive pack : packs) {
                outcomes.addAll(
                        trials.run(pack, required.of(pack), chosen, outcome -> lines.accept(TrialText.of(outcome))));
            }
        }
        boolean passed = outcomes.stream().allMatch(TrialOutcome::holds);
        return new Result(passed, TrialText.json(outcomes), TrialText.sum(outcomes));
    }
}
