package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.WorkflowDefinition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** {@code workflows/*.yaml}. */
final class WorkflowParser implements DefinitionParser {

    @Override
    public WorkflowDefinition parse(String name, Entries entries) {
        return new WorkflowDefinition(
                name,
                entries.origin(),
                entries.text("entity", ""),
                entries.text("field", ""),
                states(entries),
                transitions(entries),
                entries.maps("timers").stream().map(WorkflowParser::timer).toList(),
                Math.max(1, entries.integer("version", 1)),
                entries.map().get("migrate").isPresent()
                        ? Optional.of(entries.textEntries("migrate"))
                        : Optional.empty(),
                entries.map());
    }

    private static SequencedMap<String, WorkflowDefinition.State> states(Entries entries) {
        SequencedMap<String, WorkflowDefinition.State> states = new LinkedHashMap<>();
        Entries parent = entries.inner("states");
        entries.children("states")
                .forEach((name, state) -> states.put(
                        name,
                        new WorkflowDefinition.State(
                                name,
                                state.text("title"),
                                state.text("color"),
                                state.flag("initial", false),
                                state.flag("final", false),
                                state.texts("readOnly"),
                                state.texts("required"),
                                state.text("document"),
                                state.texts("branches"),
                                state.texts("join"),
                                parent.originOf(name))));
        return states;
    }

    private static SequencedMap<String, WorkflowDefinition.Transition> transitions(Entries entries) {
        SequencedMap<String, WorkflowDefinition.Transition> transitions = new LinkedHashMap<>();
        Entries parent = entries.inner("transitions");
        entries.children("transitions")
                .forEach((name, step) -> transitions.put(name, transition(name, step, parent.originOf(name))));
        return transitions;
    }

    private static WorkflowDefinition.Transition transition(String name, Entries step, Origin origin) {
        return new WorkflowDefinition.Transition(
                name,
                step.text("title"),
                step.texts("from"),
                step.text("to", ""),
                step.texts("roles"),
                step.text("when"),
                step.text("message"),
                step.entries("set"),
                approvals(step),
                step.flag("comment", step.text("comment", "").equals("required")),
                step.text("hook"),
                step.texts("notify"),
                step.map().entries(),
                origin);
    }

    /** A number alone is how many of those who may take the transition must agree; one is nobody but who takes it. */
    private static Optional<WorkflowDefinition.Approvals> approvals(Entries step) {
        if (step.map().get("approvals").orElse(null) instanceof Node.MapNode) {
            Entries approvals = step.inner("approvals");
            return Optional.of(new WorkflowDefinition.Approvals(
                    approvals.texts("by"),
                    approvals.text("need").orElseGet(() -> number(approvals, "need", "all")),
                    approvals.text("order", "").equals("one_by_one"),
                    approvals.flag("self", false),
                    approvals.text("rejected"),
                    approvals.text("returned")));
        }
        int needed = step.integer("approvals", 1);
        return needed > 1
                ? Optional.of(new WorkflowDefinition.Approvals(
                        List.of(), Integer.toString(needed), false, false, Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    private static String number(Entries entries, String key, String otherwise) {
        int number = entries.integer(key, 0);
        return number > 0 ? Integer.toString(number) : otherwise;
    }

    private static WorkflowDefinition.Timer timer(Entries timer) {
        Entries then = timer.inner("do");
        return new WorkflowDefinition.Timer(
                timer.text("name"),
                timer.text("in", ""),
                timer.duration("after").orElse(Duration.ZERO),
                timer.duration("every"),
                timer.text("when"),
                then.texts("notify"),
                then.text("transition"),
                then.text("message"),
                timer.origin());
    }
}
