package io.armature.engine.write;

import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.workflow.Workflows;
import io.armature.engine.workflow.Workflows.Fork;
import java.util.Optional;

/** Branches of a record's workflow: they begin together, and when all have ended the record goes on by itself. */
final class Branches {

    private final WriteSet set;
    private final RecordState record;
    private final Workflows workflows;

    Branches(WriteSet set, RecordState record) {
        this.set = set;
        this.record = record;
        this.workflows = set.plans().workflows();
    }

    /** What is taken by itself. */
    record Join(Workflow workflow, Transition transition) {}

    /** Begins the branches of the state into which the record has come. */
    void open(State state) {
        for (Workflow branch : workflows.branches(record.entity(), state)) {
            record.set(branch.holder(), branch.initial().name());
            record.opened().add(branch);
        }
    }

    /** The transition that joins the branches, if a workflow that has just moved is the last of them to end. */
    Optional<Join> joining(Workflow moved) {
        return workflows
                .fork(record.entity(), moved)
                .filter(fork -> workflows.branches(record.entity(), fork.state()).stream()
                        .allMatch(this::hasEnded))
                .flatMap(this::join);
    }

    private boolean hasEnded(Workflow branch) {
        return record.after(branch.holder()) instanceof String name
                && branch.state(name).isFinal();
    }

    private Optional<Join> join(Fork fork) {
        return fork.state().join().stream()
                .flatMap(name -> fork.workflow().transition(name).stream())
                .filter(transition -> transition
                        .guard()
                        .filter(guard -> !set.rules().holds(guard, record))
                        .isEmpty())
                .findFirst()
                .map(transition -> new Join(fork.workflow(), transition));
    }
}
