package io.armature.engine.write;

import io.armature.engine.workflow.DocumentWorkflow;
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

    private final Uuids ids;
    private final HookRuns hooks;

    TransitionStep(Uuids ids, HookRuns hooks) {
        this.ids = ids;
        this.hooks = hooks;
    }

    /** Whether the request asks for any. */
    boolean isAsked(WriteSet set) {
        return set.addressed().stream().anyMatch(record -> record.change() instanceof Change.Transition);
    }

    @Override
    public void apply(WriteSet set) {
        for (RecordState record : set.addressed()) {
            if (record.change() instanceof Change.Transition step) {
                take(set, record, step);
            }
        }
    }

    private void take(WriteSet set, RecordState record, Change.Transition step) {
        Optional<Workflow> workflow = set.workflows(record).stream()
                .filter(known -> known.transitions().containsKey(step.name()))
                .findFirst();
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
        TransitionGate gate = new TransitionGate(set, record, workflow.get());
        boolean asks = transition.approval().isPresent() && !set.options().privileged();
        List<Problem> refusals = asks ? List.of() : gate.refusals(transition, step.comment());
        if (asks) {
            decide(set, record, workflow.get(), transition, step);
        } else if (transition.copies()) {
            set.problems()
                    .add(Problem.inValue(ProblemCode.METHOD_NOT_ALLOWED, record.path(), transition.name(), "POST"));
        } else if (!step.decision().equals(Decision.APPROVE)) {
            set.problems().add(Problem.inValue(ProblemCode.APPROVAL_NONE, record.path(), transition.title(), "decide"));
        } else if (refusals.isEmpty()) {
            move(set, record, workflow.get(), transition, step.comment());
        } else {
            refusals.forEach(set.problems()::add);
        }
    }

    /** Where others must agree, what the caller says is noted, and what follows from it is done. */
    private void decide(
            WriteSet set, RecordState record, Workflow workflow, Transition transition, Change.Transition step) {
        TransitionGate gate = new TransitionGate(set, record, workflow);
        if (!transition.leaves(gate.state())) {
            gate.conditions(transition, step.comment()).forEach(set.problems()::add);
            return;
        }
        ApprovalVote vote = new ApprovalVote(set, record, workflow, transition, ids);
        boolean overseer = step.decision() instanceof Decision.Reassign reassign
                && reassign.of().isPresent()
                && set.context().user().isAdministrator();
        Optional<Problem> refusal = overseer ? Optional.empty() : vote.refusal(gate);
        refusal.ifPresent(set.problems()::add);
        if (refusal.isEmpty() && step.decision().equals(Decision.APPROVE)) {
            gate.conditions(transition, step.comment()).forEach(set.problems()::add);
        }
        if (set.problems().hasErrors()) {
            return;
        }
        Optional<Transition> take =
                vote.decide(gate, step.decision(), step.comment()).take();
        if (take.isEmpty()) {
            record.pends();
            if (!step.content().equals(Content.EMPTY)) {
                set.problems()
                        .add(Problem.inValue(ProblemCode.APPROVAL_DECISION, "values", transition.title(), "values"));
            }
            return;
        }
        Optional<String> comment = step.comment();
        gate.conditions(take.get(), comment).forEach(set.problems()::add);
        if (!set.problems().hasErrors()) {
            move(set, record, workflow, take.get(), comment);
        }
    }

    /** All values are worked out on the record as it leaves its state. */
    private void move(
            WriteSet set, RecordState record, Workflow workflow, Transition transition, Optional<String> comment) {
        hooks.beforeTransition(set, record, workflow, transition, comment);
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        transition.set().forEach((field, value) -> values.put(field, set.rules().value(value, record)));
        State from = workflow.state(record.after(workflow.holder()));
        record.set(workflow.holder(), transition.to());
        values.forEach((field, value) -> record.set(field, value.orElse(null)));
        record.moves().add(new Move(workflow, transition, from, comment, stayed(set, record, workflow)));
        workflow.target(transition).document().ifPresent(state -> carry(set, record, transition, state));
        FormulaStep.compute(set, record);
        hooks.named(set, record, workflow, transition, comment);
        Branches branches = new Branches(set, record);
        branches.open(workflow.target(transition));
        branches.joining(workflow)
                .filter(join -> !join.transition().equals(transition))
                .ifPresent(join -> move(set, record, join.workflow(), join.transition(), Optional.empty()));
    }

    /** A workflow that says what documents are in its states takes their own state along. */
    private static void carry(WriteSet set, RecordState record, Transition transition, String state) {
        for (Workflow document : set.workflows(record)) {
            State from = document.state(record.before(document.holder()));
            if (DocumentWorkflow.is(document) && !from.name().equals(state)) {
                record.set(document.holder(), state);
                record.moves()
                        .add(new Move(
                                document, transition.to(state), from, Optional.empty(), stayed(set, record, document)));
            }
        }
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
        List<String> known = set.workflows(record).stream()
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
