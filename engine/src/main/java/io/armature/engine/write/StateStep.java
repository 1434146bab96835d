package io.armature.engine.write;

import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * New records begin where their workflow does, and no request names another state. What it names all the same is told and
 * forgotten, so that rights are asked of the record as it really is.
 */
final class StateStep implements WriteStep {

    @Override
    public void apply(WriteSet set) {
        for (RecordState record : set.all()) {
            for (Workflow workflow : set.workflows(record)) {
                keep(set, record, workflow);
            }
        }
    }

    private static void keep(WriteSet set, RecordState record, Workflow workflow) {
        String field = workflow.holder();
        boolean begins = begins(record, workflow);
        boolean named = record.given().contains(field);
        if (set.options().privileged() && named || !begins && record.action() != Action.UPDATE) {
            return;
        }
        if (named) {
            direct(record, workflow).ifPresent(set.problems()::add);
        }
        record.set(field, begins ? initial(set, record, workflow) : record.before(field));
    }

    /** A branch begins when the state does in which it runs. */
    private static @Nullable String initial(WriteSet set, RecordState record, Workflow workflow) {
        boolean waits = set.plans()
                .workflows()
                .fork(record.entity(), workflow)
                .filter(fork -> !fork.state().equals(fork.workflow().initial()))
                .isPresent();
        return waits ? null : workflow.initial().name();
    }

    /** Whether the record is new to the workflow: a record of a parent entity may have been there before. */
    static boolean begins(RecordState record, Workflow workflow) {
        return switch (record.action()) {
            case CREATE -> true;
            case EXTEND -> workflow.entity().fullName().equals(record.entity().fullName());
            case UPDATE, DELETE, RESTORE -> false;
        };
    }

    /** What is wrong with a state that no transition has brought about. */
    static Optional<Problem> direct(RecordState record, Workflow workflow) {
        String field = workflow.holder();
        String path = Paths.field(record.path(), field);
        if (begins(record, workflow)) {
            String initial = workflow.initial().name();
            return record.after(field) == null || initial.equals(record.after(field))
                    ? Optional.empty()
                    : Optional.of(Problem.inValue(
                            ProblemCode.STATE_INITIAL, path, initial, String.valueOf(record.after(field)), field));
        }
        return record.changes(field)
                ? Optional.of(Problem.inValue(ProblemCode.STATE_BY_TRANSITION, path, field, ways(record, workflow)))
                : Optional.empty();
    }

    /** The transitions that lead where the caller wants, as addresses; else those that lead out. */
    private static String ways(RecordState record, Workflow workflow) {
        State from = workflow.state(record.before(workflow.holder()));
        Object wanted = record.after(workflow.holder());
        List<String> leading = names(workflow.from(from).stream()
                .filter(transition -> transition.to().equals(wanted)));
        List<String> all = names(workflow.from(from).stream());
        String base = "/api/" + record.entity().name().pack() + "/"
                + record.entity().name().entity() + "/" + record.id() + "/transitions/";
        return (leading.isEmpty() ? all : leading).stream().map(base::concat).collect(Collectors.joining(", "));
    }

    private static List<String> names(Stream<Transition> transitions) {
        return transitions.map(Transition::name).toList();
    }
}
