package io.armature.engine.write;

import io.armature.engine.access.Rule;
import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why a record cannot take a transition: whoever asks is told the same as whoever tries. */
final class TransitionGate {

    private final WriteSet set;
    private final RecordState record;
    private final Workflow workflow;

    TransitionGate(WriteSet set, RecordState record, Workflow workflow) {
        this.set = set;
        this.record = record;
        this.workflow = workflow;
    }

    State state() {
        return workflow.state(record.after(workflow.holder()));
    }

    /** What stands in the way; who may not is told nothing else. */
    List<Problem> refusals(Transition transition, Optional<String> comment) {
        return allowed(transition)
                ? conditions(transition, comment)
                : List.of(problem(
                        ProblemCode.TRANSITION_FORBIDDEN,
                        words(transition.title()),
                        transition.roles().isEmpty() ? "–" : String.join(", ", transition.roles())));
    }

    /** What stands in the way of anybody. */
    List<Problem> conditions(Transition transition, Optional<String> comment) {
        Optional<Problem> closed = closed(transition);
        if (closed.isPresent()) {
            return List.of(closed.get());
        }
        if (!transition.leaves(state())) {
            return List.of(elsewhere(transition));
        }
        List<Problem> refusals = new ArrayList<>();
        guard(transition).ifPresent(refusals::add);
        if (transition.comment() && comment.isEmpty() && !set.options().privileged()) {
            refusals.add(Problem.inValue(ProblemCode.COMMENT_REQUIRED, "comment", words(transition.title())));
        }
        return refusals;
    }

    /** A role of the transition and a grant that names it: both, unless the caller may do everything. */
    boolean allowed(Transition transition) {
        Rights rights = set.rights();
        if (rights.all()) {
            return true;
        }
        Rule rule = rights.policy().transition(record.entity().fullName(), transition.name());
        boolean role = transition.roles().isEmpty() || rights.policy().hasAny(transition.roles());
        return role && rights.saw(record, workflow.holder()) && rights.held(rule, record);
    }

    /** A branch moves only while the record is in the state that has it. */
    private Optional<Problem> closed(Transition transition) {
        return set.plans()
                .workflows()
                .fork(record.entity(), workflow)
                .filter(fork -> !fork.workflow()
                        .state(record.after(fork.workflow().holder()))
                        .equals(fork.state()))
                .map(fork -> problem(
                        ProblemCode.BRANCH_CLOSED,
                        words(transition.title()),
                        words(fork.state().title())));
    }

    private Problem elsewhere(Transition transition) {
        String from = transition.from().isEmpty()
                ? "*"
                : workflow.states().values().stream()
                        .filter(transition::leaves)
                        .map(state -> words(state.title()))
                        .collect(Collectors.joining(", "));
        return problem(ProblemCode.TRANSITION_ELSEWHERE, words(transition.title()), words(state().title()), from);
    }

    private Optional<Problem> guard(Transition transition) {
        return transition
                .guard()
                .filter(guard -> !set.rules().holds(guard, record))
                .map(guard -> problem(
                        ProblemCode.TRANSITION_GUARD,
                        transition.message().isEmpty() ? guard.text() : words(transition.message()),
                        words(transition.title()),
                        guard.text()));
    }

    private Problem problem(ProblemCode code, String... arguments) {
        return Problem.inValue(code, record.path(), arguments);
    }

    private String words(String english) {
        return set.plans().workflows().text(workflow, set.context().locale(), english);
    }
}
