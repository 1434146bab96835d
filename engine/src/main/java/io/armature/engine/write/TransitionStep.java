package io.armature.engine.write;

import io.armature.engine.workflow.FlowStore;
import io.armature.engine.workflow.Move;
import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the transitions that are asked for: asks whether they may be taken, moves the state, writes what they set. */
final class TransitionStep implements WriteStep {

    @Override
    public void apply(WriteSet set) {
        for (RecordState record : set.addressed()) {
            if (record.change() instanceof Change.Transition step) {
                take(set, record, step);
            }
        }
    }

    private static void take(WriteSet set, RecordState record, Change.Transition step) {
        Optional<Workflow> workflow = set.plans().workflows().with(record.entity(), step.name());
        if (workflow.isEmpty()) {
            set.problems().add(unknown(set, record, step));
            return;
        }
        String holder = workflow.get().holder();
        if (record.given().contains(holder)) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.STATE_BY_TRANSITION, Paths.field(record.path(), holder), holder, step.name()));
            return;
        }
        Transition transition = workflow.get().transition(step.name()).orElseThrow();
        List<Problem> refusals = new TransitionGate(set, record, workflow.get()).refusals(transition, step.comment());
        if (refusals.isEmpty()) {
            move(set, record, workflow.get(), transition, step.comment());
        } else {
            refusals.forEach(set.problems()::add);
        }
    }

    /** All values are worked out on the record as it leaves its state. */
    private static void move(
            WriteSet set, RecordState record, Workflow workflow, Transition transition, Optional<String> comment) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        transition.set().forEach((field, value) -> values.put(field, set.rules().value(value, record)));
        State from = workflow.state(record.before(workflow.holder()));
        record.set(workflow.holder(), transition.to());
        values.forEach((field, value) -> record.set(field, value.orElse(null)));
        FormulaStep.compute(set, record);
        record.moves().add(new Move(workflow, transition, from, comment, stayed(set, record, workflow)));
    }

    /** Since it came there; a record that is where it began has been there since it was made. */
    private static Optional<Duration> stayed(WriteSet set, RecordState record, Workflow workflow) {
        Optional<Instant> since = Optional.ofNullable(FlowStore.standings(set.transaction(), set.schema(), record.id())
                        .get(workflow.name()))
                .map(FlowStore.Standing::since);
        boolean initial = workflow.state(record.before(workflow.holder())).equals(workflow.initial());
        Optional<Instant> made = Optional.ofNullable(record.before(SystemFields.CREATED_AT))
                .filter(at -> initial)
                .map(Instant.class::cast);
        return since.or(() -> made).map(at -> Duration.between(at, set.now()));
    }

    private static Problem unknown(WriteSet set, RecordState record, Change.Transition step) {
        List<String> known = set.plan(record).workflows().stream()
                .flatMap(workflow -> workflow.transitions().keySet().stream())
                .toList();
        return Problem.inValue(
                ProblemCode.TRANSITION_UNKNOWN,
                record.path(),
                record.entity().fullName(),
                step.name(),
                Suggestion.question(step.name(), known));
    }
}
